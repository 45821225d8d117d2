/** A pin as the library shows it. */
export interface PinRow {
  id: string;
  title: string;
  description: string;
  altText: string;
  link: string;
  boardId: string;
  sectionId: string | null;
  /** Pinterest's own word for what it is, e.g. `VIDEO`; '' where it is not said. */
  creativeType: string;
  /** UTC, without a zone in the text. */
  createdAt: string;
  imageUrl: string | null;
  /** False for what others put on a board of a group: Pinterest lets nobody else change or delete it. */
  isOwn: boolean;
}

/** Which pins the library shows. */
export type LibraryPlace =
  | { kind: 'all' }
  | { kind: 'board'; boardId: string; sectionId: string | null }
  | { kind: 'search'; query: string };
