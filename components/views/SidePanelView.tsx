import './PageView.css';
import { useCallback, useEffect, useState } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import type { LibraryPlace } from '../../lib/library/types';
import type { Send } from '../../lib/messages/create-send';
import { isOpen } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import { featuresOf } from '../../lib/pinterest/scopes';
import type { Feature } from '../../lib/pinterest/scopes';
import { needsSettings } from '../../lib/state/account';
import type { LanesStore } from '../../lib/state/lanes';
import type { PanelTab } from '../../lib/state/panel';
import { ComposerSkeleton } from '../composer/ComposerSkeleton';
import { LateHostsNotice } from '../hosts/LateHostsNotice';
import { StatsTab } from '../stats/StatsTab';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { useStore } from '../use-store';
import { AccountError } from './AccountError';
import type { PageTabProps } from './PageTab';

interface SidePanelViewProps extends Omit<PageTabProps, 'onConnect'> {
  /** Asks the background, for views that are loaded late. */
  ask: Send;
  /** What Pinterest holds back. */
  lanes: LanesStore;
  /** Calls back when a view asks the panel to show one of its tabs, now or later, until the signal aborts. */
  onPageAsked: (show: (tab: PanelTab) => void, signal: AbortSignal) => void;
  /** What was kept from Tack is granted: the view begins anew. */
  onAllowed: () => void;
  /** A place of the library that it opens with; null where it opens with another tab. */
  start: LibraryPlace | null;
  /** The tab that another view asked for; null where it opens with the numbers. */
  asked: PanelTab | null;
}

type Tab = 'stats' | 'library' | PanelTab;

/** The composer and the page's pictures: the panel opens with the numbers. */
const LatePageTab = late(
  () => import('./PageTab').then(({ PageTab }) => PageTab),
  <ComposerSkeleton />,
);

const LateUnlock = late(() => import('../lock/Unlock').then(({ Unlock }) => Unlock), null);

const LateLibrary = late(
  () => import('../library/LibraryView').then(({ LibraryView }) => LibraryView),
  <Skeleton height="240px" />,
);

const LateOutbox = late(
  () => import('../outbox/OutboxView').then(({ OutboxView }) => OutboxView),
  <Skeleton height="240px" />,
);

/** The side panel: how the pins do, the library, the page and the outbox. */
export function SidePanelView(props: SidePanelViewProps) {
  const { account, outbox, siteUrl } = props;
  const [tab, setTab] = useState<Tab>(props.start ? 'library' : (props.asked ?? 'stats'));
  const { onPageAsked } = props;
  useEffect(() => {
    const shown = new AbortController();
    onPageAsked(setTab, shown.signal);
    return () => shown.abort();
  }, [onPageAsked]);
  useEffect(() => {
    // The press on its tab finds it there.
    const idle = requestIdleCallback(() => void LateOutbox.ahead());
    return () => cancelIdleCallback(idle);
  }, []);
  const open = useStore(outbox, (state) => countOpen(state.jobs));
  const connection = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account?.id ?? '');
  const signedIn = useStore(account, (state) => state.account);
  const pageUrl = useStore(props.composer, ({ capture, draft }) =>
    [capture?.page.url ?? draft?.pageUrl ?? '', capture?.page.link ?? ''].join(' ').trim(),
  );
  const { composer, followTab } = props;
  const followPage = useCallback(
    (signal: AbortSignal) =>
      void followTab((tabId) => void composer.getState().open(tabId), signal),
    [composer, followTab],
  );
  const connect = (features?: Feature[]) => connectFrom(props, features);
  const boardsUrl = (accountId: string) => boardsUrlOf(props, accountId);
  return (
    <main class="panel">
      <h1 class="spoken">{t('appName')}</h1>
      <LateHostsNotice onGranted={props.onAllowed} />
      <AccountError
        {...{ account, siteUrl }}
        onConnect={connect}
        onOpenUrl={props.onOpenUrl}
        onOpenOptions={props.onOpenOptions}
      />
      {connection === 'locked' && <LateUnlock ask={props.ask} />}
      <Tabs<Tab>
        label={t('panelTabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'stats', label: t('tabStats') },
          { value: 'library', label: t('tabLibrary') },
          { value: 'page', label: t('tabPage') },
          {
            value: 'outbox',
            label: (
              <>
                {t('tabOutbox')} {open > 0 && <Badge>{formatNumber(open)}</Badge>}
              </>
            ),
          },
        ]}
      >
        {(tab === 'stats' || tab === 'library') && connection === 'signed-out' && (
          <p class="empty">
            <Button kind="primary" onClick={() => connect()}>
              {t('connectPinterest')}
            </Button>
          </p>
        )}
        {tab === 'stats' && connection === 'connected' && (
          <StatsTab
            key={who}
            account={signedIn}
            ask={props.ask}
            boards={props.boards}
            {...{ pageUrl, siteUrl, followPage }}
            onConnect={connect}
            onOpenOptions={props.onOpenOptions}
            onOpenUrl={props.onOpenUrl}
          />
        )}
        {tab === 'library' && connection === 'connected' && (
          <LateLibrary
            key={who}
            {...{ account, siteUrl }}
            start={props.start}
            boards={props.boards}
            onOpenUrl={props.onOpenUrl}
            onConnect={connect}
            onOpenOptions={props.onOpenOptions}
          />
        )}
        {tab === 'page' && <LatePageTab {...props} onConnect={connect} />}
        {tab === 'outbox' && (
          <LateOutbox
            {...{ outbox, siteUrl, boardsUrl }}
            lanes={props.lanes}
            boards={props.boards}
            readBytes={props.readBytes}
            onOpenUrl={props.onOpenUrl}
            onAction={(action, problem) => {
              if (action === 'connect') connect(featuresOf(problem));
              else if (action === 'open-pinterest') props.onOpenUrl(siteUrl);
              else props.onOpenOptions();
            }}
          />
        )}
      </Tabs>
    </main>
  );
}

const counted = new WeakMap<readonly Job[], number>();

/** How many jobs are open: counted once for each list, however often it is asked. */
function countOpen(jobs: readonly Job[]): number {
  const open = counted.get(jobs) ?? jobs.filter(isOpen).length;
  counted.set(jobs, open);
  return open;
}

/** Pinterest shows an account's boards on the page of its name; of one that is signed out the name is not known. */
function boardsUrlOf({ account, siteUrl }: SidePanelViewProps, accountId: string): string {
  const { accounts } = account.getState();
  const username = accounts.find(({ id }) => id === accountId)?.username;
  return username ? `${siteUrl}/${encodeURIComponent(username)}/` : siteUrl;
}

/** Signs in here, or in the settings where that needs more than a click. */
function connectFrom(
  { account, onOpenOptions }: Pick<SidePanelViewProps, 'account' | 'onOpenOptions'>,
  features: Feature[] = [],
): void {
  if (needsSettings(account.getState().app)) onOpenOptions();
  else void account.getState().connect(features);
}
