import { createStore } from 'zustand/vanilla';

import type { AccountView } from '../auth/types';
import type { BoardRow } from '../boards/types';
import {
  queueChanges,
  sweepChanges,
  takeBackChanges,
  tryChangeAgain,
  type WantedChange,
} from '../changes/queue';
import { removeChange } from '../changes/store';
import type { LibraryChange } from '../changes/types';
import type { BoardChoice } from '../drafts/types';
import { toAppError, type AppError } from '../errors';
import { readBoard, readPins, searchBoards } from '../library/read';
import { queueSaves } from '../library/save';
import type { LibraryPlace, PinRow } from '../library/types';
import type { Send } from '../messages/create-send';
import { isGranted } from '../pinterest/scopes';
import type { Board } from '../pinterest/types';
import { watchChanges } from '../storage/changes';

/** How the person left the boards: they find them so when they come back. */
export interface BoardsLook {
  typed: string;
  privacy: 'ALL' | BoardRow['privacy'];
  /** What was opened last: a board, by its id, or one of the other pages. */
  left: 'all' | 'search' | 'circle' | (string & {}) | null;
}

export interface LibraryState {
  look: BoardsLook;
  /** Null where the boards are shown. */
  place: LibraryPlace | null;
  pins: readonly PinRow[];
  /** Where the next page begins, null where all are read. */
  bookmark: string | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  /** When the first page was read, ms of UTC. */
  readAt: number;
  /** What the board that is shown says of itself. */
  board: Board | null;
  /** A search goes through the pins that are loaded, as Pinterest's own is not allowed, or not there. */
  isPartial: boolean;
  /** Boards that Pinterest's search found. */
  found: readonly Board[];
  changes: readonly LibraryChange[];
  error: AppError | null;
  open(place: LibraryPlace | null): Promise<void>;
  /** Reads the next page of the pins that are shown. */
  more(): Promise<void>;
  loadChanges(): Promise<void>;
  /** Writes changes down and has them sent; false where they could not be written. */
  change(wanted: readonly WantedChange[]): Promise<boolean>;
  /** Takes back what was asked for together; gives how many were. */
  takeBack(batch: string): Promise<number>;
  tryAgain(id: string): Promise<void>;
  /** Takes a change that failed out of the list. */
  forget(id: string): Promise<void>;
  /** Queues pins in the outbox to be saved to another board. */
  save(pins: readonly PinRow[], board: BoardChoice): Promise<boolean>;
  setLook(changed: Partial<BoardsLook>): void;
  dismissError(): void;
}

interface LibraryDeps {
  ask: Send;
  account: () => AccountView | null;
  siteUrl: string;
}

/** The store of the person's boards and pins, and of what is being changed about them. */
export function createLibraryStore({ ask, account, siteUrl }: LibraryDeps) {
  return createStore<LibraryState>((set, get) => {
    const fail = (error: unknown) => set({ error: toAppError(error) });
    /** Says what went wrong, and whether it went well. */
    const tried = async (run: () => Promise<unknown>): Promise<boolean> => {
      try {
        await run();
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    };
    const wake = () => void ask('outbox/wake', { anew: true }).catch(fail);
    const accountId = () => account()?.id ?? '';
    /** Page by page; what comes for a place that was left meanwhile is dropped. */
    const readPage = async (place: LibraryPlace, bookmark: string | null) => {
      const readAt = Date.now();
      set({ status: 'loading' });
      try {
        const page = await readPins(ask, get().isPartial ? { kind: 'all' } : place, bookmark);
        if (get().place !== place) return;
        const before = bookmark === null ? [] : get().pins;
        set({ pins: withoutTwins([...before, ...page.pins]), bookmark: page.bookmark });
        set({ status: 'ready', ...(bookmark === null ? { readAt } : {}) });
      } catch (error) {
        if (get().place === place) set({ status: 'failed', error: toAppError(error) });
      }
    };
    return {
      look: { typed: '', privacy: 'ALL', left: null },
      place: null,
      pins: [],
      bookmark: null,
      status: 'idle',
      readAt: 0,
      board: null,
      isPartial: false,
      found: [],
      changes: [],
      error: null,
      async open(place) {
        set({ place, pins: [], bookmark: null, board: null, found: [], error: null });
        set({ status: place ? 'loading' : 'idle', isPartial: isPartial(place, account()) });
        if (!place) return;
        get().setLook({ left: place.kind === 'board' ? place.boardId : place.kind });
        const aside = async () => {
          if (place.kind === 'all' || get().isPartial) return;
          const seen =
            place.kind === 'board'
              ? { board: await readBoard(ask, place.boardId) }
              : { found: await searchBoards(ask, place.query) };
          if (get().place === place) set(seen);
        };
        await Promise.all([readPage(place, null), aside().catch(() => undefined)]);
      },
      async more() {
        const { place, bookmark, status } = get();
        if (place && bookmark !== null && status !== 'loading') await readPage(place, bookmark);
      },
      async loadChanges() {
        await tried(async () => set({ changes: await sweepChanges(Date.now()) }));
      },
      async change(wanted) {
        const isWritten = await tried(() => queueChanges(accountId(), wanted));
        await get().loadChanges();
        wake();
        return isWritten;
      },
      async takeBack(batch) {
        let count = 0;
        await tried(async () => {
          const together = get().changes.filter((change) => change.batch === batch);
          count = await takeBackChanges(together);
        });
        await get().loadChanges();
        wake();
        return count;
      },
      async tryAgain(id) {
        await tried(() => tryChangeAgain(id));
        wake();
      },
      async forget(id) {
        await tried(() => removeChange(id));
        await get().loadChanges();
      },
      async save(pins, board) {
        const isWritten = await tried(() => queueSaves(accountId(), pins, board, siteUrl));
        wake();
        return isWritten;
      },
      setLook: (changed) => set({ look: { ...get().look, ...changed } }),
      dismissError: () => set({ error: null }),
    };
  });
}

export type LibraryStore = ReturnType<typeof createLibraryStore>;

/** Pinterest's search takes the permission for secret boards, and the sandbox has none. */
const isPartial = (place: LibraryPlace | null, account: AccountView | null) =>
  place?.kind === 'search' &&
  account !== null &&
  (account.environment === 'sandbox' || !isGranted(account.scopes, 'secret'));

/** A list that changes while it is read may give a pin twice. */
const withoutTwins = (pins: readonly PinRow[]) => [
  ...new Map(pins.map((pin) => [pin.id, pin])).values(),
];

/** News that come together are read together, ms. */
const GATHER_MS = 100;

/** Shows changes as they are carried out, until `signal` aborts; calls back when one of a board or section is done. */
export function followLibrary(
  store: LibraryStore,
  onBoards: () => void,
  signal: AbortSignal,
): void {
  let waits = false;
  const read = async () => {
    waits = false;
    const before = store.getState().changes;
    await store.getState().loadChanges();
    const now = store.getState().changes.filter(({ op }) => !op.startsWith('pins/'));
    const wasDone = new Set(before.filter(({ state }) => state === 'done').map(({ id }) => id));
    const isNew = ({ id, state }: LibraryChange) => state === 'done' && !wasDone.has(id);
    // Thousands of boards are read once for all that was changed about them.
    if (now.some(isNew) && !now.some(({ state }) => state === 'sending')) onBoards();
  };
  watchChanges(({ kind }) => {
    if (kind !== 'change' || waits) return;
    waits = true;
    setTimeout(() => void read(), GATHER_MS);
  }, signal);
}
