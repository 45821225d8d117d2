import './PopupView.css';
import type { ImageCandidate } from '../../lib/capture/types';
import type { ErrorAction } from '../../lib/error-text';
import type { AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { isGranted, type Feature } from '../../lib/pinterest/scopes';
import { needsSettings, type AccountStore } from '../../lib/state/account';
import type { BoardsStore } from '../../lib/state/boards';
import type { ComposerStore } from '../../lib/state/composer';
import type { OutboxStore } from '../../lib/state/outbox';
import type { PanelTab } from '../../lib/state/panel';
import type { SitesStore } from '../../lib/state/sites';
import { AccountChip } from '../account/AccountChip';
import type { ReadBytes } from '../composer/Along';
import { Composer } from '../composer/Composer';
import { ComposerSkeleton } from '../composer/ComposerSkeleton';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { LateHostsNotice } from '../hosts/LateHostsNotice';
import { Badge } from '../ui/Badge';
import { Button, IconButton } from '../ui/Button';
import { PanelIcon, SettingsIcon, TackMark, WindowIcon } from '../ui/icons';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { errorActs } from './error-acts';

/** The numbers come after the pin: nobody opens the popup for them first. */
const LateStats = late(
  () => import('../stats/StatsStrip').then(({ StatsStrip }) => StatsStrip),
  <Skeleton height="72px" />,
  true,
);

const LateAllowHere = late(
  () => import('../sites/AllowHere').then(({ AllowHere }) => AllowHere),
  null,
  true,
);

const LateEmptyPicker = late(
  () => import('../picker/EmptyPicker').then(({ EmptyPicker }) => EmptyPicker),
  <Skeleton height="80px" />,
);

const LatePagePins = late(
  () => import('../page-pins/PagePins').then(({ PagePins }) => PagePins),
  null,
  true,
);

const LateUnlock = late(() => import('../lock/Unlock').then(({ Unlock }) => Unlock), null);

const LateOutbox = late(
  () => import('../outbox/PopupOutbox').then(({ PopupOutbox }) => PopupOutbox),
  null,
  true,
);

export interface PopupViewProps {
  account: AccountStore;
  composer: ComposerStore;
  boards: BoardsStore;
  /** Gives the outbox, made when it is first asked for. */
  loadOutbox: () => Promise<OutboxStore>;
  /** Asks the background, for views that are loaded late. */
  ask: Send;
  /** Gives the sites that the person allows, made when they are first asked for. */
  loadSites: () => Promise<SitesStore>;
  siteUrl: string;
  readBytes: ReadBytes;
  onGrantSite: (imageUrl: string) => Promise<boolean>;
  onOpenUrl: (url: string) => void;
  /** Opens the side panel, at one of its tabs where that is said. */
  onOpenPanel: (tab?: PanelTab) => void;
  /** Gives the draft all the room of a tab. */
  onOpenWindow: () => void;
  onOpenOptions: () => void;
  /** What was kept from Tack is granted: the view begins anew. */
  onAllowed: () => void;
  onClose: () => void;
}

/** The toolbar popup: the pin being made, and how the account does. */
export function PopupView(props: PopupViewProps) {
  const { account, composer, siteUrl } = props;
  const connection = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account);
  const accountError = useStore(account, (state) => state.error);
  const status = useStore(composer, (state) => state.status);
  const jobId = useStore(composer, (state) => state.jobId);
  const images = useStore(composer, (state) => state.capture?.images ?? none);
  const pageUrl = useStore(
    composer,
    ({ capture, draft }) => capture?.page.url ?? draft?.pageUrl ?? '',
  );
  const addresses = useStore(composer, ({ capture, draft }) =>
    [capture?.page.url ?? draft?.pageUrl ?? '', capture?.page.link ?? ''].join(' '),
  );
  const error = useStore(composer, (state) => state.error);

  const connect = (features?: Feature[]) => {
    if (needsSettings(account.getState().app)) props.onOpenOptions();
    else void account.getState().connect(features);
  };
  const again = () => {
    const { tabId } = composer.getState();
    if (account.getState().error) void account.getState().load();
    if (tabId !== null) void composer.getState().open(tabId);
  };
  const redirectUri = () => account.getState().app?.redirectUri ?? '';
  const { onOpenUrl, onOpenOptions } = props;
  const run = errorActs({ connect, again, redirectUri, siteUrl, onOpenUrl, onOpenOptions });
  const act = (action: ErrorAction, problem: AppError) => {
    run(action, problem);
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
        <LateAllowHere pageUrl={pageUrl} load={props.loadSites} />
        {status === 'editing' && (
          <IconButton label={t('openWindow')} onClick={props.onOpenWindow}>
            <WindowIcon />
          </IconButton>
        )}
        <IconButton label={t('openPanel')} onClick={() => props.onOpenPanel()}>
          <PanelIcon />
        </IconButton>
        <IconButton label={t('openSettings')} onClick={props.onOpenOptions}>
          <SettingsIcon />
        </IconButton>
      </header>
      <LateHostsNotice onGranted={props.onAllowed} />
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
      {status === 'empty' && error && canChoose(error) && (
        <div class="popup-notice">
          <LateEmptyPicker images={images} composer={composer} onClose={props.onClose} />
        </div>
      )}
      {connection === 'locked' ? (
        <div class="popup-notice">
          <LateUnlock ask={props.ask} />
        </div>
      ) : (
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
          picker={{ onLarger: () => props.onOpenPanel('page') }}
          onClose={props.onClose}
          onAction={act}
        />
      )}
      {connection === 'connected' && <LateStats key={who?.id} ask={props.ask} account={who} />}
      {who && addresses.startsWith('http') && (
        <LatePagePins
          accountId={who.id}
          addresses={addresses.split(' ')}
          boards={props.boards}
          siteUrl={siteUrl}
          onOpenPanel={() => props.onOpenPanel()}
        />
      )}
      <LateOutbox
        load={props.loadOutbox}
        {...{ jobId, siteUrl }}
        onOpenUrl={props.onOpenUrl}
        onOpen={() => props.onOpenPanel('outbox')}
        onEnd={props.onClose}
      />
    </main>
  );
}

const none: readonly ImageCandidate[] = [];

/** What leaves something else of the page to pin. */
const canChoose = ({ code }: AppError): boolean =>
  code === 'page/no-image' || code === 'page/image-nopin';
