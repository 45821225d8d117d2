import type { ImageCandidate } from '../capture/types';
import type { ErrorInfo } from '../errors';

/** What is known of a draft's bytes. */
export type DraftMedia =
  /** The page is being asked for them. */
  | { state: 'reading' }
  /** Kept in OPFS under the draft's id. */
  | { state: 'kept'; type: string; size: number; sha256: string; width: number; height: number }
  /** Not readable from here; Pinterest will fetch the address itself. */
  | { state: 'by-url'; url: string }
  | { state: 'failed'; error: ErrorInfo };

/** Whether a site's pictures are published as pins of one's own, or saved with Pinterest's dialog, which keeps their source. */
export type Lane = 'create' | 'save';

/** A pin not yet sent: every edit is saved, and popup, side panel and window are views of the same draft. */
export interface Draft {
  id: string;
  version: 2;
  /** Milliseconds of UTC. */
  createdAt: number;
  updatedAt: number;
  /** True once the person changed anything: such a draft is never replaced silently. */
  edited: boolean;
  tabId: number;
  pageUrl: string;
  pageTitle: string;
  image: ImageCandidate;
  /** Whether the person chose this very address of the picture: then no larger one is looked for. */
  isVersionChosen?: boolean;
  media: DraftMedia;
  title: string;
  description: string;
  altText: string;
  link: string;
  /** Tracking parameters that were taken out of the link. */
  linkRemoved: string[];
  /** The link with them, to be taken back by a click. */
  linkBefore?: string;
  board: BoardChoice | null;
}

/** A board, or one of its sections. Names are kept so that a view can show them before boards are loaded. */
export interface BoardChoice {
  boardId: string;
  boardName: string;
  sectionId: string | null;
  sectionName: string | null;
}

/** The fields that a person can edit. */
export type DraftEdit = Partial<
  Pick<Draft, 'title' | 'description' | 'altText' | 'link' | 'linkRemoved' | 'board'>
>;
