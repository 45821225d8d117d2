import './PopupView.css';
import { useCallback, useState } from 'preact/hooks';

import { featuresOf, type ErrorAction } from '../../lib/error-text';
import type { AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { pinIdOf } from '../../lib/outbox/job';
import { isGranted, type Feature } from '../../lib/pinterest/scopes';
import { needsSettings, type AccountStore } from '../../lib/state/account';
import type { BoardsStore } from '../../lib/state/boards';
import type { ComposerStore } from '../../lib/state/composer';
import type { OutboxStore } from '../../lib/state/outbox';
import type { StatsStore } from '../../lib/state/stats';
import { AccountChip } from '../account/AccountChip';
import { Composer } from '../composer/Composer';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Badge } from '../ui/Badge';
import { Button, IconButton } from '../ui/Button';
import { PanelIcon, SettingsIcon, TackMark } from '../ui/icons';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { Toast } from '../ui/Toast';
import { useStore } from '../use-store';

/** The numbers come after the pin: nobody opens the popup for them first. */
const LateStats = late(
  () => import('../stats/StatsStrip').then(({ StatsStrip }) => StatsStrip),
  <Skeleton height="72px" />,
);

export interface PopupViewProps {
  account: AccountStore;
  composer: ComposerStore;
  boards: BoardsStore;
  outbox: OutboxStore;
  stats: StatsStore;
  siteUrl: string;
  readBytes: (id: string) => Promise<Blob | null>;
  onGrantSite: (imageUrl: string) => Promise<boolean>;
  onOpenUrl: (url: string) => void;
  onOpenPanel: () => void;
  onOpenOptions: () => void;
  onClose: () => void;
}

/** The toolbar popup: the pin being made, and how the account does. */
export function PopupView(props: PopupViewProps) {
  const { account, composer, stats, siteUrl } = props;
  const connection = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account);
  const accountError = useStore(account, (state) => state.error);
  const status = useStore(composer, (state) => state.status);
  const error = useStore(composer, (state) => state.error);
  const summary = useStore(stats, (state) => state.summary);
  const statsStatus = useStore(stats, (state) => state.status);
  const statsError = useStore(stats, (state) => state.error);

  const connect = (features?: Feature[]) => {
    if (needsSettings(account.getState().app)) props.onOpenOptions();
    else void account.getState().connect(features);
  };
  const act = (action: ErrorAction, problem: AppError) => {
    const { tabId } = composer.getState();
    const reopen = () => void (tabId !== null && composer.getState().open(tabId));
    const run: Record<ErrorAction, () => void> = {
      connect: () => connect(featuresOf(problem)),
      options: props.onOpenOptions,
      retry: reopen,
      // The composer has the picker and the dialogs; where it is not there, the page is read again.
      'choose-board': reopen,
      'choose-image': reopen,
      'grant-site': reopen,
      'save-dialog': () => props.onOpenUrl(siteUrl),
      'copy-redirect': () => {
        const { redirectUri } = account.getState().app ?? { redirectUri: '' };
        void navigator.clipboard.writeText(redirectUri);
      },
      'open-pinterest': () => props.onOpenUrl(siteUrl),
    };
    run[action]();
    if (problem === account.getState().error) account.getState().dismissError();
  };

  return (
    <main class="popup">
      <header class="popup-head">
        <TackMark />
        <h1 class="popup-name">{t('appName')}</h1>
        <span class="grow" />
        {who && <AccountChip account={who} />}
        {who?.environment === 'sandbox' && <Badge>{t('sandboxBadge')}</Badge>}
        {who?.environment === 'local' && <Badge>{t('localBadge')}</Badge>}
        <IconButton label={t('openPanel')} onClick={props.onOpenPanel}>
          <PanelIcon />
        </IconButton>
        <IconButton label={t('openSettings')} onClick={props.onOpenOptions}>
          <SettingsIcon />
        </IconButton>
      </header>
      {accountError && (
        <div class="popup-notice">
          <ErrorNotice
            error={accountError}
            onAction={(action) => act(action, accountError)}
            onDismiss={() => account.getState().dismissError()}
            {...(connection === 'signed-out' ? { elsewhere: 'connect' as const } : {})}
          />
        </div>
      )}
      {status === 'opening' && <ComposerSkeleton />}
      {status === 'empty' && error && (
        <div class="popup-notice">
          <ErrorNotice error={error} onAction={(action) => act(action, error)} />
        </div>
      )}
      {status === 'empty' && (
        <div class="popup-empty">
          {(connection === 'signed-out' || connection === 'connecting') && (
            <Button kind="primary" onClick={() => connect()} busy={connection === 'connecting'}>
              {t(connection === 'connecting' ? 'connecting' : 'connectPinterest')}
            </Button>
          )}
        </div>
      )}
      <Composer
        composer={composer}
        boards={props.boards}
        connection={connection}
        siteUrl={siteUrl}
        readBytes={props.readBytes}
        onConnect={() => connect()}
        hasSecret={!who || isGranted(who.scopes, 'secret')}
        onGrantSite={props.onGrantSite}
        onOpenUrl={props.onOpenUrl}
        onPublished={(toast) => toast === 'page' && props.onClose()}
        onAction={act}
      />
      {connection === 'connected' && (
        <LateStats summary={summary} status={statsStatus} error={statsError} />
      )}
      <QueuedToast {...props} />
    </main>
  );
}

/** Follows the job here where the page takes no toast. */
function QueuedToast({ composer, outbox, siteUrl, onOpenUrl, onClose }: PopupViewProps) {
  const jobId = useStore(composer, (state) => state.jobId);
  const jobs = useStore(outbox, (state) => state.jobs);
  const [ended, setEnded] = useState<string | null>(null);
  const end = useCallback(() => {
    setEnded(jobId);
    onClose();
  }, [jobId, onClose]);
  const job = jobs.find(({ id }) => id === jobId);
  if (!job || ended === jobId) return null;
  const pinId = pinIdOf(job);
  const undone = job.stage.name === 'cancelled';
  const done = (pinId !== null || undone) && job.stage.name !== 'removing';
  const open =
    pinId && !undone
      ? [{ label: t('actionOpen'), run: () => onOpenUrl(`${siteUrl}/pin/${pinId}/`) }]
      : [];
  const undo = undone
    ? []
    : [{ label: t('actionUndo'), run: () => void outbox.getState().undo(job.id) }];
  const text = undone
    ? 'toastUndone'
    : job.pause?.kind === 'held'
      ? 'toastHeld'
      : pinId
        ? 'toastPinned'
        : 'viewToastQueued';
  return (
    <div class="popup-toast">
      <Toast actions={[...open, ...undo]} endsAfterMs={done ? 5000 : null} onEnd={end}>
        {t(text, job.content.boardName)}
      </Toast>
    </div>
  );
}

function ComposerSkeleton() {
  return (
    <div class="popup-skeleton" aria-busy="true">
      <Skeleton width="116px" height="174px" round="var(--r-2)" />
      <div class="popup-skeleton-words">
        <Skeleton height="30px" />
        <Skeleton height="60px" />
        <Skeleton height="30px" />
      </div>
    </div>
  );
}
