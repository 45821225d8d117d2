import type { Capture, ImageCandidate } from '../capture/types';
import type { BoardChoice, Draft, DraftEdit, Lane, Together } from '../drafts/types';
import type { AppError } from '../errors';
import type { Ask } from '../messages/protocol';
import type { Feature } from '../pinterest/scopes';
import type { Tray } from './tray';

/** A draft that was begun before, as it is written. */
export type Kept = Pick<ComposerState, 'draft' | 'tray' | 'lane'>;

/** The pin being made, or several of a tray, and what can be done with them. */
export interface ComposerState {
  /** `empty`: nothing to pin here, `error` says why. `queued`: durable, the background does the rest. */
  status: 'opening' | 'empty' | 'editing' | 'publishing' | 'queued';
  tabId: number | null;
  draft: Draft | null;
  /** The pins that are made together, `draft` among them; null where there is but one. */
  tray: Tray | null;
  capture: Capture | null;
  /** What the person said of the site: null where they were not asked yet. */
  lane: Lane | null;
  /** Whether the person wants a new pin of a picture that is a pin already. */
  isAnew: boolean;
  error: AppError | null;
  jobId: string | null;
  /** How many edits are on their way to the background; and how often there was none any more. */
  saying: number;
  said: number;
  /** @param kept shows what is there already; the background is asked when it has done so */
  open(tabId: number, kept?: (show: (kept: Kept) => void) => Promise<void>): Promise<void>;
  /** Shows one draft, with its page's other pictures where its tab still shows that page. */
  openDraft(id: string, tabId: number): Promise<void>;
  /** Takes pictures: the first to write about, the others along with it. */
  choose(images: ImageCandidate[]): Promise<void>;
  /** Shows where on the page a picture is. */
  showOnPage(image: ImageCandidate): Promise<void>;
  /** Leaves out a picture that goes along. */
  leaveOut(key: string): Promise<void>;
  /** Shows one of the tray's pins, or with null what goes for all of them. */
  show(id: string | null): void;
  /** Gives a board to every pin that has none yet. */
  giveBoard(board: BoardChoice): Promise<void>;
  /** Waits until all that was typed is written. */
  settle(): Promise<void>;
  /** Says how several pictures go out: apart, or as one carousel. */
  setTogether(together: Together): void;
  /** Takes another address of the same picture. */
  chooseVersion(url: string): Promise<void>;
  /** Reads the picture again, after its site was granted. */
  reread(): Promise<void>;
  /** Takes the picture from what the tab shows. */
  takeFromScreen(): Promise<void>;
  /** What the page's videos and canvases show at this moment. */
  listFrames(): Promise<ImageCandidate[]>;
  /** Lets the person choose a part of the screen; `shown` runs once the page shows the chooser. */
  chooseRegion(shown: () => void): Promise<void>;
  /**
   * Says how this picture goes out: for one that is a pin already only this once, for any other it is what the person says
   * of the site.
   */
  setLane(lane: Lane): void;
  /** Remembers whether the site's pictures are the person's to publish. */
  decideSite(lane: Lane): void;
  edit(edit: DraftEdit): void;
  /**
   * Queues the draft. Gives where its toast is shown, or null where it could not be queued: `error` says why, or asks
   * (`draft/repeated`), which `confirmed` answers.
   */
  publish(how?: Pick<Ask<'draft/publish'>, 'confirmed' | 'when'>): Promise<'page' | 'view' | null>;
  dismissError(): void;
  discard(): Promise<void>;
  /** Says why a feature needs more than was allowed; the notice's button asks for it. */
  needFeature(feature: Feature): void;
}
