import type { ImageCandidate } from '../capture/types';
import type { ErrorInfo } from '../errors';
import type { Crop } from '../media/crop';

/** Facts of a draft's bytes. */
export interface KeptMedia {
  state: 'kept';
  type: string;
  size: number;
  sha256: string;
  /** As the picture is seen, turned upright. */
  width: number;
  height: number;
  /** It moves; the pin will be its first frame. */
  animated?: true;
  /** It is a video, and how long it lasts. */
  video?: { durationMs: number };
}

/** What is known of a draft's bytes. */
export type DraftMedia =
  /** The page is being asked for them. */
  | { state: 'reading' }
  /** Kept in OPFS under the draft's id. */
  | KeptMedia
  /** Not readable from here; Pinterest will fetch the address itself. */
  | { state: 'by-url'; url: string }
  | { state: 'failed'; error: ErrorInfo };

/** Whether a site's pictures are published as pins of one's own, or saved with Pinterest's dialog, which keeps their source. */
export type Lane = 'create' | 'save';

/** A picture that goes along with a draft's own. */
export interface AlongPicture {
  /** Ends the names of its files in OPFS; unique within its draft. */
  key: string;
  image: ImageCandidate;
  /** Read once the pictures are one carousel; as a pin of its own it is read when that is sent. */
  media: DraftMedia;
}

/**
 * How a draft's pictures go out: each as a pin of its own, or all as one carousel. Those of a carousel have one size, the
 * first one's: the others are cropped to it, or get margins.
 */
export type Together = 'apart' | 'crop' | 'pad';

/** How many pictures a carousel has. Source: Pinterest's API description 5.23, PinMediaSourceImagesBase64. */
export const carouselCount = { from: 2, to: 5 } as const;

/** A pin not yet sent: every edit is saved, and popup, side panel and window are views of the same draft. */
export interface Draft {
  id: string;
  version: 3;
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
  /** The part of the picture that is pinned; all of it where the person chose none. */
  crop?: Crop | null;
  /** Which moment of a video is its cover, in ms; `defaultCoverMs` where the person chose none. */
  coverMs?: number;
  /** Other pictures, in the order in which they were selected. */
  also: AlongPicture[];
  together: Together;
  title: string;
  description: string;
  altText: string;
  link: string;
  /** Tracking parameters that were taken out of the link. */
  linkRemoved: string[];
  /** Parameters that the person's template added to the link. */
  linkAdded?: string[];
  /** The link as the page has it, to be taken back by a click. */
  linkBefore?: string;
  board: BoardChoice | null;
  /** Other boards that get a pin of their own, one after the other. */
  alsoOn?: BoardChoice[];
  /** The draft of whose tray it is one: its picture goes along with that one, as a pin of its own. */
  leadId?: string;
  /** What the view that wrote last has said so far: a message that comes late writes over none that came after it. */
  written?: Written;
}

/** Which view's edits a draft has, and for each field the number of the one that wrote it last. */
export interface Written {
  by: string;
  nth: Partial<Record<string, number>>;
}

/** The number that a view gives an edit, one higher each time; `by` is the view's own for as long as it is open. */
export interface EditNumber {
  by: string;
  nth: number;
}

/** All words of a draft as a view shows them when it is published. */
export interface LastWord {
  draftId: string;
  edit: DraftEdit;
  number: EditNumber;
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
  Pick<
    Draft,
    | 'title'
    | 'description'
    | 'altText'
    | 'link'
    | 'linkRemoved'
    | 'linkAdded'
    | 'board'
    | 'alsoOn'
    | 'also'
    | 'together'
    | 'coverMs'
    | 'crop'
  >
>;
