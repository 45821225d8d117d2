import { SidePanelView } from '../../../components/views/SidePanelView';
import { AppError } from '../../../lib/errors';
import type { LibraryPlace } from '../../../lib/library/types';
import type { AccountState } from '../../../lib/state/account';
import type { BoardsState } from '../../../lib/state/boards';
import type { LanesState } from '../../../lib/state/lanes';
import type { OutboxState } from '../../../lib/state/outbox';
import { answer, ask, fails, never } from '../background.ts';
import { NOW } from '../clock.ts';
import { account, boards, job, jobs, longWords, readPicture } from '../data.ts';
import { find, press, type GalleryState } from '../state.ts';
import {
  accountStore,
  answerNumbers,
  boardsStore,
  composerStore,
  lanesStore,
  nothing,
  outboxStore,
  SITE,
} from '../stores.ts';

interface PanelState {
  account?: Partial<AccountState>;
  boards?: Partial<BoardsState>;
  outbox?: Partial<OutboxState>;
  lanes?: Partial<LanesState>;
  start?: LibraryPlace;
  /** What Pinterest answers besides, or the state's own way to feed it. */
  replies?: Record<string, unknown>;
  feed?: () => void;
}

async function panel(given: PanelState) {
  answerNumbers(given.replies);
  given.feed?.();
  return (
    <SidePanelView
      account={accountStore(given.account)}
      composer={await composerStore()}
      boards={await boardsStore(given.boards)}
      outbox={outboxStore(given.outbox)}
      lanes={lanesStore(given.lanes)}
      ask={ask}
      siteUrl={SITE}
      readBytes={readPicture}
      start={given.start ?? null}
      asked={null}
      followTab={async (onTab) => onTab(1)}
      onPageAsked={nothing}
      onGrantSite={async () => true}
      onOpenUrl={nothing}
      onOpenWindow={nothing}
      onOpenOptions={nothing}
      onAllowed={nothing}
    />
  );
}

/** Opens one of the panel's tabs, by its place. */
const tab = (at: number) => press(`[role=tab]:nth-of-type(${at})`);

const state = (name: string, given: PanelState = {}, act?: () => Promise<void>): GalleryState => ({
  name,
  size: 'panel',
  isWhole: true,
  draw: () => panel(given),
  isLoading: given.feed === silent,
  ...(act ? { act } : {}),
});

/** A part of the numbers, by its place among them. */
const part = (at: number) => () => press(`.stats-chip:nth-of-type(${at})`);

const signedOut = { status: 'signed-out' as const, account: null, accounts: [] };
const withAds = { account: { ...account, scopes: [...account.scopes, 'ads:read'] } };
const noPins = {
  'pins/list': { items: [], bookmark: null },
  'boards/list_pins': { items: [], bookmark: null },
  'user_account/analytics': { all: { daily_metrics: [], summary_metrics: {} } },
  'user_account/analytics/top_pins': { pins: [] },
  'search_user_pins/list': { items: [], bookmark: null },
  'search_user_boards/get': { items: [], bookmark: null },
};
const unreachable = () => {
  const no = fails('network/unreachable', undefined);
  answer({ 'stats/read': no, 'pinterest/read': no });
};
const silent = () => answer({ 'stats/read': never, 'pinterest/read': never });

const statsStates = [
  state('stats/overview'),
  state('stats/overview as a table', {}, async () => {
    await find('canvas');
    await press('.figure-tools button');
  }),
  state('stats/nothing counted yet', { replies: noPins }),
  state('stats/loading', { feed: silent }),
  state('stats/not to be had', { feed: unreachable }),
  state('stats/signed out', { account: signedOut }),
  state('stats/top pins', {}, part(2)),
  state('stats/top pins, none', { replies: noPins }, part(2)),
  state('stats/all pins', {}, part(3)),
  state('stats/pins of this page', {}, part(4)),
  state('stats/boards', {}, part(5)),
  state('stats/ads not allowed', {}, part(6)),
  state('stats/ads', { account: withAds }, part(6)),
  state('stats/watching', {}, part(7)),
  state('stats/one pin', {}, async () => {
    await press('.pin-line-title');
  }),
];

const longBoards = [
  { ...boards[0], name: longWords.name, collaborators: 9, privacy: 'SECRET' as const },
  ...boards.slice(1),
] as typeof boards;

const library = (at?: LibraryPlace) => (at ? { start: at } : {});
const onBoard: LibraryPlace = { kind: 'board', boardId: '1', sectionId: null };

/** Chooses all boards, as the box above them does. */
const chooseBoards = async () => {
  await tab(2);
  await press('.library-tools input[type=checkbox]');
};

const libraryStates = [
  state('library/boards', {}, () => tab(2)),
  state('library/boards, long names', { boards: { boards: longBoards } }, () => tab(2)),
  state('library/boards chosen', { boards: { boards: longBoards } }, chooseBoards),
  state('library/boards to delete', { boards: { boards: longBoards } }, async () => {
    await chooseBoards();
    await press('.library-batch button:last-of-type');
  }),
  state('library/no boards', { boards: { boards: [] } }, () => tab(2)),
  state('library/boards on their way', { boards: { complete: false } }, () => tab(2)),
  state(
    'library/boards not to be had',
    {
      boards: {
        boards: [],
        status: 'failed',
        error: new AppError('network/unreachable', undefined),
      },
      feed: () => answer({ 'board/list': fails('network/unreachable', undefined) }),
    },
    () => tab(2),
  ),
  state('library/pins of a board', library(onBoard)),
  state('library/no pins', { ...library(onBoard), replies: noPins }),
  state('library/pins loading', { ...library(onBoard), feed: silent }),
  state('library/pins not to be had', { ...library(onBoard), feed: unreachable }),
  state('library/search', library({ kind: 'search', query: 'panna cotta' })),
  state('library/search finds none', {
    ...library({ kind: 'search', query: 'qwertz' }),
    replies: noPins,
  }),
  state('library/new board', {}, async () => {
    await tab(2);
    await press('.library-tools button, .library button');
  }),
];

const outboxStates = [
  state('outbox/full', { outbox: { jobs } }, () => tab(4)),
  state('outbox/chosen', { outbox: { jobs } }, async () => {
    await tab(4);
    await press('.outbox-view input[type=checkbox]');
  }),
  state('outbox/empty', {}, () => tab(4)),
  state(
    'outbox/long words',
    {
      outbox: {
        jobs: [
          job(2, {
            content: { ...job(2).content, title: longWords.title, boardName: longWords.name },
            pause: { kind: 'held', because: { code: 'api/not-found', data: { kind: 'board' } } },
          }),
          job(4, {
            content: { ...job(4).content, title: longWords.title, boardName: longWords.name },
          }),
        ],
      },
    },
    () => tab(4),
  ),
  state(
    'outbox/rows that can’t be read',
    {
      outbox: { jobs: jobs.slice(0, 1), unreadable: ['x1', 'x2'] },
    },
    () => tab(4),
  ),
  state('outbox/no room', { outbox: { jobs: jobs.slice(0, 1), isFull: true } }, () => tab(4)),
  state(
    'outbox/Pinterest holds back',
    {
      outbox: { jobs: jobs.slice(0, 1) },
      lanes: {
        pauses: { org_write: NOW + 600_000 },
        budget: { org_write: { limit: 1000, remaining: 12, resetAt: NOW + 7_200_000 } },
      },
    },
    () => tab(4),
  ),
  state(
    'outbox/not readable',
    {
      outbox: { status: 'failed', error: new AppError('storage/unreadable', { key: 'jobs' }) },
    },
    () => tab(4),
  ),
];

const pageStates = [
  state('panel/the page', { outbox: { jobs } }, async () => {
    await tab(3);
    await find('.picker, [class*=picker]');
  }),
  state('panel/sign-in refused', {
    account: { error: new AppError('auth/missing-scope', { scopes: ['ads:read'] }) },
  }),
];

/** The side panel: its numbers, the library, the page and the outbox. */
export const panelStates: GalleryState[] = [
  ...statsStates,
  ...libraryStates,
  ...outboxStates,
  ...pageStates,
];
