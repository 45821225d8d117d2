import { useEffect, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { isGranted, type Feature } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import type { BoardsStore } from '../../lib/state/boards';
import type { ComposerStore } from '../../lib/state/composer';
import type { OutboxStore } from '../../lib/state/outbox';
import { leadOf } from '../../lib/state/tray';
import type { ReadBytes } from '../composer/Along';
import { Composer } from '../composer/Composer';
import { ComposerSkeleton } from '../composer/ComposerSkeleton';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { QueuedToast } from '../outbox/QueuedToast';
import { Button } from '../ui/Button';
import { WindowIcon } from '../ui/icons';
import { useStore } from '../use-store';
import { errorActs } from './error-acts';

export interface PageTabProps {
  account: AccountStore;
  composer: ComposerStore;
  boards: BoardsStore;
  outbox: OutboxStore;
  siteUrl: string;
  readBytes: ReadBytes;
  /** Calls back with the tab in front, now and when it changes, until the signal aborts. */
  followTab: (onTab: (tabId: number) => void, signal: AbortSignal) => Promise<void>;
  onGrantSite: (imageUrl: string) => Promise<boolean>;
  onOpenUrl: (url: string) => void;
  /** Gives a draft all the room of a tab. */
  onOpenWindow: (tabId: number, draftId: string) => void;
  onConnect: (features?: Feature[]) => void;
  onOpenOptions: () => void;
}

/** The panel is no layer over the page. */
const stay = () => undefined;

/** The page in front, with room for its pictures: the same draft as in the popup. */
export function PageTab(props: PageTabProps) {
  const { account, composer, followTab, siteUrl, onOpenUrl, onOpenOptions } = props;
  const connection = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account);
  const status = useStore(composer, (state) => state.status);
  const error = useStore(composer, (state) => state.error);
  const [jobId, setJobId] = useState<string | null>(null);
  useEffect(() => {
    // Pages are looked at as long as this is in front, and not behind the person's back.
    const shown = new AbortController();
    void followTab((tabId) => void composer.getState().open(tabId), shown.signal);
    return () => shown.abort();
  }, [composer, followTab]);
  const reopen = () => {
    const { tabId } = composer.getState();
    if (tabId !== null) void composer.getState().open(tabId);
  };
  const act = errorActs({
    connect: props.onConnect,
    again: reopen,
    redirectUri: () => account.getState().app?.redirectUri ?? '',
    siteUrl,
    onOpenUrl,
    onOpenOptions,
  });
  const openWindow = async () => {
    const { tabId, settle } = composer.getState();
    const lead = leadOf(composer.getState());
    if (tabId === null || !lead) return;
    await settle(); // what was just typed is there, too
    props.onOpenWindow(tabId, lead.id);
  };
  if (connection === 'locked') return null; // the panel asks for the passphrase
  return (
    <>
      {status === 'editing' && (
        <p class="page-window">
          <Button kind="plain" onClick={() => void openWindow()}>
            <WindowIcon size={14} />
            {t('openWindow')}
          </Button>
        </p>
      )}
      {status === 'opening' && <ComposerSkeleton />}
      {status === 'empty' && error && (
        <ErrorNotice error={error} onAction={(action) => act(action, error)} />
      )}
      <Composer
        composer={composer}
        boards={props.boards}
        connection={connection}
        siteUrl={siteUrl}
        readBytes={props.readBytes}
        onConnect={() => props.onConnect()}
        hasSecret={!who || isGranted(who.scopes, 'secret')}
        onGrantSite={props.onGrantSite}
        onOpenUrl={onOpenUrl}
        onPublished={(_, id) => {
          setJobId(id);
          reopen();
        }}
        picker="below"
        onClose={stay}
        onAction={act}
      />
      <QueuedToast {...props} jobId={jobId} onEnd={() => setJobId(null)} />
    </>
  );
}
