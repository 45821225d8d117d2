import './StatsTab.css';
import './PinLines.css';
import { useEffect, useState } from 'preact/hooks';

import { t, tn, type MessageKey } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import { Button } from '../ui/Button';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { Overview } from './Overview';
import type { StatsProps } from './stats-props';
import { usePinterestNow } from './use-stats';
import { useWayBack } from './use-way-back';

export interface StatsTabProps extends Omit<StatsProps, 'now'> {
  boards: BoardsStore;
  /** The page in front: its address and what it calls its own, a space between them; '' where Tack may not know it. */
  pageUrl: string;
  /** Keeps `pageUrl` with the page in front until the signal aborts: it is looked at while its pins are. */
  followPage: (signal: AbortSignal) => void;
}

const rest = <Skeleton height="240px" />;
const LateRecent = late(() => import('./RecentPins').then(({ RecentPins }) => RecentPins), rest);
const LateTop = late(() => import('./TopPins').then(({ TopPins }) => TopPins), rest);
const LateAll = late(() => import('./AllPinsView').then(({ AllPinsView }) => AllPinsView), rest);
const LateBoards = late(() => import('./Boards').then(({ Boards }) => Boards), rest);
const LatePin = late(() => import('./OnePin').then(({ OnePin }) => OnePin), rest);
const LateAds = late(() => import('./Ads').then(({ Ads }) => Ads), rest);
const LateWatching = late(() => import('./Watching').then(({ Watching }) => Watching), rest);
const LateCompare = late(() => import('./Compare').then(({ Compare }) => Compare), rest);

type Part = 'overview' | 'top' | 'all' | 'page' | 'boards' | 'ads' | 'watch';

const parts: readonly { part: Part; labelKey: MessageKey }[] = [
  { part: 'overview', labelKey: 'statsOverview' },
  { part: 'top', labelKey: 'statsTop' },
  { part: 'all', labelKey: 'statsAll' },
  { part: 'page', labelKey: 'statsPage' },
  { part: 'boards', labelKey: 'statsBoards' },
  { part: 'ads', labelKey: 'statsAds' },
  { part: 'watch', labelKey: 'statsWatch' },
];

/** How the account and its pins do: everything that is asked of Pinterest for it is asked when its part is opened. */
export function StatsTab({ boards, pageUrl, followPage, ...given }: StatsTabProps) {
  const now = usePinterestNow();
  const [part, setPart] = useState<Part>('overview');
  const [pinId, setPinId] = useState<string | null>(null);
  const [compared, setCompared] = useState<string[]>([]);
  const [isComparing, setComparing] = useState(false);
  const rows = useStore(boards, (state) => state.boards);
  useEffect(() => {
    if (part !== 'page') return undefined;
    const shown = new AbortController();
    followPage(shown.signal);
    return () => shown.abort();
  }, [part, followPage]);
  const isDetail = pinId !== null || isComparing;
  const { back, home, remember } = useWayBack(isDetail);
  if (now === null) return rest;
  const props = { ...given, now };
  const open = (next: Part) => {
    setPart(next);
    setPinId(null);
    setComparing(false);
  };
  const listing = {
    ...props,
    compared,
    boardName: (id: string) => rows.find((board) => board.id === id)?.name ?? '',
    onOpenPin: (id: string) => {
      remember();
      setPinId(id);
    },
    onCompare: (id: string) =>
      setCompared((before) =>
        before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
      ),
  };
  return (
    <div class="stats-tab">
      <nav ref={home} class="stats-nav" aria-label={t('statsParts')}>
        {parts.map(({ part: each, labelKey }) => (
          <button
            key={each}
            type="button"
            class="stats-chip"
            aria-current={each === part && !isDetail ? 'page' : undefined}
            onClick={() => open(each)}
          >
            {t(labelKey)}
          </button>
        ))}
      </nav>
      {compared.length > 0 && !isComparing && (
        <div class="stats-compare-bar small" role="status">
          <span class="grow">{tn('compareChosen', compared.length)}</span>
          {compared.length > 1 && (
            <Button
              onClick={() => {
                remember();
                setPinId(null);
                setComparing(true);
              }}
            >
              {t('compareAct')}
            </Button>
          )}
          <Button kind="plain" onClick={() => setCompared([])}>
            {t('compareClear')}
          </Button>
        </div>
      )}
      {isDetail && (
        <p class="stats-back">
          <Button kind="plain" buttonRef={back} onClick={() => open(part)}>
            {t('statsBack')}
          </Button>
        </p>
      )}
      {pinId !== null && <LatePin key={pinId} {...props} pinId={pinId} />}
      {pinId === null && isComparing && <LateCompare {...props} pinIds={compared} />}
      {/* A list keeps its place while one of its pins is looked at. */}
      <div class="stats-shown" hidden={isDetail}>
        {part === 'overview' && <Overview {...props} below={<LateRecent {...listing} />} />}
        {part === 'top' && <LateTop {...listing} />}
        {part === 'all' && <LateAll {...listing} />}
        {part === 'page' && <LateAll {...listing} pageUrl={pageUrl} />}
        {part === 'boards' && <LateBoards {...listing} />}
        {part === 'ads' && <LateAds {...props} />}
        {part === 'watch' && <LateWatching {...listing} />}
      </div>
    </div>
  );
}
