import './PageView.css';
import { useEffect, useState } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import type { LibraryPlace } from '../../lib/library/types';
import { isOpen } from '../../lib/outbox/job';
import { featuresOf } from '../../lib/pinterest/scopes';
import type { Feature } from '../../lib/pinterest/scopes';
import { needsSettings } from '../../lib/state/account';
import type { LanesStore } from '../../lib/state/lanes';
import type { PanelTab } from '../../lib/state/panel';
import type { StatsStore } from '../../lib/state/stats';
import { ComposerSkeleton } from '../composer/ComposerSkeleton';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { LateHostsNotice } from '../hosts/LateHostsNotice';
import { RecentPins } from '../stats/RecentPins';
import { StatsOverview } from '../stats/StatsOverview';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { useStore } from '../use-store';
import type { PageTabProps } from './PageTab';

interface SidePanelViewProps extends Omit<PageTabProps, 'onConnect' | 'onAction'> {
  stats: StatsStore;
  /** What Pinterest holds back. */
  lanes: LanesStore;
  /** Calls back when a view asks the panel to show one of its tabs, now or later, until the signal aborts. */
  onPageAsked: (show: (tab: PanelTab) => void, signal: AbortSignal) => void;
  onOpenOptions: () => void;
  /** What was kept from Tack is granted: the view begins anew. */
  onAllowed: () => void;
  /** A place of the library that it opens with; null where it opens with the pins. */
  start: LibraryPlace | null;
}

type Tab = 'pins' | 'library' | PanelTab;

/** The composer and the page's pictures: the panel opens with the pins. */
const LatePageTab = late(
  () => import('./PageTab').then(({ PageTab }) => PageTab),
  <ComposerSkeleton />,
);

const LateLibrary = late(
  () => import('../library/LibraryView').then(({ LibraryView }) => LibraryView),
  <Skeleton height="240px" />,
);

/** Loaded while the panel shows the pins: the press on its tab finds it there. */
const loadOutboxView = () => import('../outbox/OutboxView').then(({ OutboxView }) => OutboxView);
const LateOutbox = late(loadOutboxView, <Skeleton height="240px" />);

/** The side panel: recent pins with their numbers, the library, the page and the outbox. */
export function SidePanelView(props: SidePanelViewProps) {
  const { account, outbox, siteUrl } = props;
  const [tab, setTab] = useState<Tab>(props.start ? 'library' : 'pins');
  const { onPageAsked } = props;
  useEffect(() => {
    const shown = new AbortController();
    onPageAsked(setTab, shown.signal);
    return () => shown.abort();
  }, [onPageAsked]);
  useEffect(() => void loadOutboxView(), []);
  const jobs = useStore(outbox, (state) => state.jobs);
  const connection = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account?.id ?? '');
  const open = jobs.filter(isOpen).length;
  const accountError = useStore(account, (state) => state.error);
  const connect = (features?: Feature[]) => connectFrom(props, features);
  return (
    <main class="panel">
      <h1 class="spoken">{t('appName')}</h1>
      <LateHostsNotice onGranted={props.onAllowed} />
      {accountError && (
        <ErrorNotice
          error={accountError}
          onAction={(action) =>
            action === 'connect' ? connect(featuresOf(accountError)) : props.onOpenOptions()
          }
          onDismiss={() => account.getState().dismissError()}
        />
      )}
      <Tabs<Tab>
        label={t('panelTabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'pins', label: t('tabPins') },
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
        {(tab === 'pins' || tab === 'library') && connection === 'signed-out' && (
          <p class="empty">
            <Button kind="primary" onClick={() => connect()}>
              {t('connectPinterest')}
            </Button>
          </p>
        )}
        {tab === 'pins' && connection === 'connected' && <Pins {...props} />}
        {tab === 'library' && connection === 'connected' && (
          <LateLibrary
            key={who}
            {...{ account, siteUrl }}
            start={props.start}
            boards={props.boards}
            onOpenUrl={props.onOpenUrl}
            onConnect={connect}
          />
        )}
        {tab === 'page' && (
          <LatePageTab
            {...props}
            onConnect={() => connect()}
            onAction={(action, problem) =>
              action === 'connect' ? connect(featuresOf(problem)) : props.onOpenOptions()
            }
          />
        )}
        {tab === 'outbox' && (
          <LateOutbox
            {...{ outbox, siteUrl }}
            lanes={props.lanes}
            boards={props.boards}
            readBytes={props.readBytes}
            onOpenUrl={props.onOpenUrl}
          />
        )}
      </Tabs>
    </main>
  );
}

/** Signs in here, or in the settings where that needs more than a click. */
function connectFrom(
  { account, onOpenOptions }: Pick<SidePanelViewProps, 'account' | 'onOpenOptions'>,
  features: Feature[] = [],
): void {
  if (needsSettings(account.getState().app)) onOpenOptions();
  else void account.getState().connect(features);
}

function Pins({ stats, siteUrl, account, onOpenOptions }: SidePanelViewProps) {
  const summary = useStore(stats, (state) => state.summary);
  const error = useStore(stats, (state) => state.error ?? state.pinsError);
  const pins = useStore(stats, (state) => state.pins);
  const status = useStore(stats, (state) => state.pinsStatus);
  const [now] = useState(Date.now);
  return (
    <>
      {error && (
        <ErrorNotice
          error={error}
          onAction={(action) => {
            if (action === 'connect') connectFrom({ account, onOpenOptions }, featuresOf(error));
            else if (action === 'options') onOpenOptions();
            else void stats.getState().refresh();
          }}
        />
      )}
      <StatsOverview summary={summary} />
      <h2 class="panel-head">{t('tabPins')}</h2>
      <RecentPins pins={pins} loading={status === 'loading'} now={now} siteUrl={siteUrl} />
    </>
  );
}
