import { createStore } from 'zustand/vanilla';

import { readChoices } from '../boards/choices';
import { unpackBoards, unpackFirst } from '../boards/packed';
import type {
  BoardMarks,
  BoardRow,
  Choice,
  PackedIndex,
  RecentChoice,
  SectionRow,
} from '../boards/types';
import { toAppError, type AppError } from '../errors';
import type { Send } from '../messages/create-send';
import { boardIndex, boardMarks, recentChoices, sectionIndex } from '../storage/items';

export interface BoardsState {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  boards: BoardRow[];
  /** What `boards` were made of. */
  rows: string;
  /** False while more boards are on their way. */
  complete: boolean;
  /** How many there are, while only the first of them are shown; null where all that were read are. */
  total: number | null;
  recent: RecentChoice[];
  /** What was chosen for which page, newest first: what suggestions are made of. */
  choices: Choice[];
  marks: BoardMarks;
  /** Sections by board id; absent until asked for. */
  sections: Record<string, SectionRow[]>;
  /** Why a board's sections could not be read, by board id. */
  unread: Record<string, AppError>;
  error: AppError | null;
  /**
   * Shows what the session holds, before it is known who is signed in: the next `load` goes on from there.
   * @param rested where it is said, of many boards those are shown first that are offered first, and all once it resolves
   */
  begin(rested?: Promise<unknown>): Promise<void>;
  /** Shows what there is, and reads what is not fresh any more; all of it where `anew`. */
  load(anew?: boolean): Promise<void>;
  loadSections(boardId: string): Promise<SectionRow[]>;
  /** Rejects with the AppError, so that the form it is asked from can show it. */
  createBoard(name: string, privacy: 'PUBLIC' | 'SECRET'): Promise<BoardRow>;
  createSection(boardId: string, name: string): Promise<SectionRow>;
  /** Puts boards first or among the others; hides them or shows them. For good, by their ids. */
  mark(boardIds: readonly string[], as: keyof BoardMarks, on: boolean): Promise<void>;
}

/** The store of boards and sections to choose from. */
export function createBoardsStore(ask: Send) {
  let marking: Promise<void> = Promise.resolve();
  let begun: Promise<void> | null = null;
  return createStore<BoardsState>((set, get) => {
    const showKept = async (rested?: Promise<unknown>) => {
      const { kept, ...others } = await readKept();
      const first = rested && kept?.complete ? unpackFirst(kept, idsOf(others)) : null;
      if (kept && first) {
        set({ ...others, ...first, status: 'ready' });
        void rested?.finally(() => get().boards === first.boards && set(shown(kept, get())));
      } else set({ ...others, ...(kept ? shown(kept, get()) : {}) });
    };
    return {
      rows: '',
      status: 'idle',
      boards: [],
      complete: false,
      total: null,
      recent: [],
      choices: [],
      marks: { starred: [], hidden: [] },
      sections: {},
      unread: {},
      error: null,
      begin(rested) {
        begun ??= showKept(rested);
        return begun;
      },
      async load(anew = false) {
        set({ status: get().boards.length > 0 ? 'ready' : 'loading', error: null });
        await get().begin();
        begun = null;
        try {
          await ask('board/list', { refresh: anew });
          // News of what was written meanwhile comes by itself; it may come after this answer.
          const now = get().complete && !anew ? null : await boardIndex.getValue();
          set(now ? shown(now, get()) : { status: 'ready' });
        } catch (error) {
          set({ error: toAppError(error), status: get().boards.length > 0 ? 'ready' : 'failed' });
        }
      },
      async loadSections(boardId) {
        const known = get().sections[boardId];
        if (known) return known;
        const { [boardId]: _, ...unread } = get().unread;
        set({ unread });
        try {
          const sections = await ask('section/list', { boardId });
          set({ sections: { ...get().sections, [boardId]: sections } });
          return sections;
        } catch (error) {
          set({ unread: { ...get().unread, [boardId]: toAppError(error) } });
          throw error;
        }
      },
      async createBoard(name, privacy) {
        const board = await ask('board/create', { name, privacy });
        // Other rows than the session's: what it has next is shown.
        set({ rows: '', boards: [board, ...get().boards.filter(({ id }) => id !== board.id)] });
        return board;
      },
      async createSection(boardId, name) {
        const section = await ask('section/create', { boardId, name });
        const known = get().sections[boardId]; // never read, it has more than this one
        const others = known?.filter(({ id }) => id !== section.id);
        if (others) set({ sections: { ...get().sections, [boardId]: [...others, section] } });
        return section;
      },
      mark(boardIds, as, on) {
        const write = async () => {
          // What another view has marked meanwhile stays marked.
          const kept = await boardMarks.getValue();
          const marked = new Set(boardIds);
          const others = kept[as].filter((id) => !marked.has(id));
          const marks = { ...kept, [as]: on ? [...marked, ...others] : others };
          set({ marks });
          await boardMarks.setValue(marks);
        };
        // One after the other: each reads what the one before has written.
        return (marking = marking.then(write, write));
      },
    };
  });
}

/** All that is kept of boards, and of what was done with them. */
async function readKept() {
  const [kept, recent, marks, sections, choices] = await Promise.all([
    boardIndex.getValue(),
    recentChoices.getValue(),
    boardMarks.getValue(),
    sectionIndex.getValue(),
    readChoices(),
  ]);
  return { kept, recent, marks, sections, choices };
}

type Kept = Awaited<ReturnType<typeof readKept>>;

/** Boards that are offered before all others, wherever they stand among them. */
function* idsOf({ marks, recent, choices }: Pick<Kept, 'marks' | 'recent' | 'choices'>) {
  yield* marks.starred;
  for (const { boardId } of recent) yield boardId;
  for (const { boardId } of choices) yield boardId;
}

export type BoardsStore = ReturnType<typeof createBoardsStore>;

/** Shows boards as the background finds them, until `signal` aborts. */
export function followBoards(store: BoardsStore, signal: AbortSignal): void {
  const stop = boardIndex.watch((index) => {
    if (index) store.setState((state) => shown(index, state));
  });
  signal.addEventListener('abort', stop, { once: true });
}

/** Boards that were read again and are the same stay as they are: nothing is ranked anew under the person's fingers. */
const shown = ({ rows, complete }: PackedIndex, before: Pick<BoardsState, 'rows' | 'boards'>) => ({
  rows,
  boards: rows === before.rows ? before.boards : unpackBoards(rows),
  complete,
  total: null,
  status: 'ready' as const,
});
