import './PageView.css';
import './ComposeView.css';
import { useEffect, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { isGranted, type Feature } from '../../lib/pinterest/scopes';
import { needsSettings, type AccountStore } from '../../lib/state/account';
import type { BoardsStore } from '../../lib/state/boards';
import type { ComposerStore } from '../../lib/state/composer';
import type { OutboxStore } from '../../lib/state/outbox';
import { AccountChip } from '../account/AccountChip';
import type { ReadBytes } from '../composer/Along';
import { Composer } from '../composer/Composer';
import { ComposerSkeleton } from '../composer/ComposerSkeleton';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { LateHostsNotice } from '../hosts/LateHostsNotice';
import { QueuedToast } from '../outbox/QueuedToast';
import { Button, IconButton } from '../ui/Button';
import { PanelIcon, SettingsIcon, TackMark } from '../ui/icons';
import { late } from '../ui/late';
import { useStore } from '../use-store';
import { AccountError } from './AccountError';
import { errorActs } from './error-acts';

const LateUnlock = late(() => import('../lock/Unlock').then(({ Unlock }) => Unlock), null);

interface ComposeViewProps {
  account: AccountStore;
  composer: ComposerStore;
  boards: BoardsStore;
  outbox: OutboxStore;
  siteUrl: string;
  /** Asks the background, for views that are loaded late. */
  ask: Send;
  readBytes: ReadBytes;
  /** Shows the draft, or says what stands in the way. */
  onOpen: () => void;
  onGrantSite: (imageUrl: string) => Promise<boolean>;
  onOpenUrl: (url: string) => void;
  /** Goes on beside the page, in the side panel. */
  onOpenPanel: () => void;
  /** Goes back to the page. */
  onPage: () => void;
  onOpenOptions: () => void;
  onAllowed: () => void;
}

/** A draft with all the room there is: its picture at the left, its words at the right. */
export function ComposeView(props: ComposeViewProps) {
  const { account, composer, onOpen, onOpenOptions } = props;
  const connection = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account);
  const status = useStore(composer, (state) => state.status);
  const error = useStore(composer, (state) => state.error);
  const [jobId, setJobId] = useState<string | null>(null);
  useEffect(onOpen, [onOpen]);
  const connect = (features?: Feature[]) => {
    if (needsSettings(account.getState().app)) onOpenOptions();
    else void account.getState().connect(features);
  };
  const redirectUri = () => account.getState().app?.redirectUri ?? '';
  const { siteUrl, onOpenUrl } = props;
  const act = errorActs({
    connect,
    again: onOpen,
    redirectUri,
    siteUrl,
    onOpenUrl,
    onOpenOptions,
  });
  return (
    <main class="compose">
      <header class="compose-head">
        <TackMark />
        <h1 class="compose-name">{t('composeTitle')}</h1>
        <span class="grow" />
        {who && <AccountChip account={who} />}
        <Button kind="plain" onClick={props.onPage}>
          {t('composePage')}
        </Button>
        <IconButton label={t('composePanel')} onClick={props.onOpenPanel}>
          <PanelIcon />
        </IconButton>
        <IconButton label={t('openSettings')} onClick={onOpenOptions}>
          <SettingsIcon />
        </IconButton>
      </header>
      <LateHostsNotice onGranted={props.onAllowed} />
      <AccountError {...{ account, siteUrl, onOpenUrl, onOpenOptions }} onConnect={connect} />
      {status === 'opening' && <ComposerSkeleton />}
      {status === 'empty' && error && (
        <ErrorNotice error={error} onAction={(action) => act(action, error)} />
      )}
      {status === 'queued' && <p class="empty">{t('composeQueued')}</p>}
      {connection === 'locked' && <LateUnlock ask={props.ask} />}
      {status !== 'queued' && connection !== 'locked' && (
        <Composer
          composer={composer}
          boards={props.boards}
          connection={connection}
          siteUrl={props.siteUrl}
          readBytes={props.readBytes}
          onConnect={() => connect()}
          hasSecret={!who || isGranted(who.scopes, 'secret')}
          onGrantSite={props.onGrantSite}
          onOpenUrl={props.onOpenUrl}
          onPublished={(toast, id) => {
            if (toast === 'page') props.onPage();
            else setJobId(id);
          }}
          picker="below"
          onClose={props.onPage}
          onAction={act}
        />
      )}
      <QueuedToast {...props} jobId={jobId} onEnd={() => setJobId(null)} />
    </main>
  );
}
