import { createStore } from 'zustand/vanilla';

import type { BoardIndex, BoardRow, RecentChoice, SectionRow } from '../boards/types';
import { toAppError, type AppError } from '../errors';
import type { Send } from '../messages/create-send';
import { boardIndex, recentChoices } from '../storage/items';

export interface BoardsState {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  boards: BoardRow[];
  /** False while more boards are on their way. */
  complete: boolean;
  recent: RecentChoice[];
  /** Sections by board id; absent until asked for. */
  sections: Record<string, SectionRow[]>;
  error: AppError | null;
  load(): Promise<void>;
  loadSections(boardId: string): Promise<SectionRow[]>;
  /** Rejects with the AppError, so that the form it is asked from can show it. */
  createBoard(name: string, privacy: 'PUBLIC' | 'SECRET'): Promise<BoardRow>;
  createSection(boardId: string, name: string): Promise<SectionRow>;
}

/** The store of boards and sections to choose from. */
export function createBoardsStore(ask: Send) {
  return createStore<BoardsState>((set, get) => ({
    status: 'idle',
    boards: [],
    complete: false,
    recent: [],
    sections: {},
    error: null,
    async load() {
      set({ status: get().boards.length > 0 ? 'ready' : 'loading', error: null });
      const [kept, recent] = await Promise.all([boardIndex.getValue(), recentChoices.getValue()]);
      set({ recent, ...(kept ? shown(kept) : {}) });
      try {
        set(shown(await ask('board/list', { refresh: false })));
      } catch (error) {
        set({ error: toAppError(error), status: get().boards.length > 0 ? 'ready' : 'failed' });
      }
    },
    async loadSections(boardId) {
      const known = get().sections[boardId];
      if (known) return known;
      const sections = await ask('section/list', { boardId });
      set({ sections: { ...get().sections, [boardId]: sections } });
      return sections;
    },
    async createBoard(name, privacy) {
      const board = await ask('board/create', { name, privacy });
      set({ boards: [board, ...get().boards.filter(({ id }) => id !== board.id)] });
      return board;
    },
    async createSection(boardId, name) {
      const section = await ask('section/create', { boardId, name });
      const others = (get().sections[boardId] ?? []).filter(({ id }) => id !== section.id);
      set({ sections: { ...get().sections, [boardId]: [...others, section] } });
      return section;
    },
  }));
}

export type BoardsStore = ReturnType<typeof createBoardsStore>;

/** Shows boards as the background finds them, until `signal` aborts. */
export function followBoards(store: BoardsStore, signal: AbortSignal): void {
  const stop = boardIndex.watch((index) => {
    if (index) store.setState(shown(index));
  });
  signal.addEventListener('abort', stop, { once: true });
}

const shown = ({ boards, complete }: BoardIndex) => ({
  boards,
  complete,
  status: 'ready' as const,
});
