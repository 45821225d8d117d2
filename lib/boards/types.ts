/** A board as views show it. */
export interface BoardRow {
  id: string;
  name: string;
  privacy: 'PUBLIC' | 'PROTECTED' | 'SECRET';
  pinCount: number;
  coverUrl: string | null;
  ownerUsername: string;
  /** Milliseconds of UTC, 0 where not known. */
  modifiedAt: number;
  /** How many others pin to it: more than none is a group board. */
  collaborators?: number;
  /** When Tack made it, ms of UTC. */
  madeAt?: number;
}

export interface SectionRow {
  id: string;
  name: string;
}

/** The boards as far as they are loaded. `complete` once the last bookmark was followed. */
export interface BoardIndex {
  accountId: string;
  boards: BoardRow[];
  complete: boolean;
  readAt: number;
}

/** A board index as the session keeps it; `rows` is what `packBoards` makes of so many boards. */
export interface PackedIndex extends Omit<BoardIndex, 'boards'> {
  rows: string;
  count: number;
}

/** Boards as far as they were read, as `packBoards` makes them, where the next page begins, and when the first was asked for. */
export interface BoardWalk {
  accountId: string;
  rows: string;
  bookmark: string | null;
  beganAt: number;
}

/** What a person wants first, and what never; ids only. */
export interface BoardMarks {
  starred: string[];
  hidden: string[];
}

/** A board or section that the person pinned to; only ids and times are kept for good. */
export interface RecentChoice {
  boardId: string;
  sectionId: string | null;
  at: number;
}

/** A board or section that the person chose, and for what: ids, a site, words and a time, no text of Pinterest's. */
export interface Choice extends RecentChoice {
  /** The page's host without `www.`; '' for none. */
  site: string;
  /** A hash of the page's address. */
  page: number;
  words: string[];
}
