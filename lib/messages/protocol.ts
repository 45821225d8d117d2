import type {
  AccountView,
  AppCheck,
  AppChoice,
  AppView,
  ConnectedAccount,
  EnvironmentName,
} from '../auth/types';
import type { BoardRow, SectionRow } from '../boards/types';
import type { Capture, ImageCandidate } from '../capture/types';
import type { ImportedRow } from '../csv/imported-row';
import type { TemplateChoice } from '../drafts/templates';
import type { BoardChoice, Draft, DraftEdit, EditNumber, LastWord, Lane } from '../drafts/types';
import type { ErrorInfo } from '../errors';
import type { OnScreen } from '../grab/rectangle';
import type { ScheduleSettings } from '../outbox/schedule-settings';
import type { When } from '../outbox/when';
import type { OperationId } from '../pinterest/endpoints';
import type { Feature } from '../pinterest/scopes';
import type { AllowedSites } from '../sites/types';
import type { KeptReply, StatsAsk } from '../stats/operations';

/** All that a context may ask of the background: the question, then the answer. */
export interface Protocol {
  'account/get': {
    ask: object;
    answer: {
      account: AccountView | null;
      /** All that are signed in, the current one among them. */
      accounts: ConnectedAccount[];
      app: AppView;
      error: ErrorInfo | null;
    };
  };
  /** Signs in, asking Pinterest also for what the features need. Null where it goes on in a tab. */
  'account/connect': { ask: { features: Feature[] }; answer: AccountView | null };
  /** Ends a sign-in that goes on in a tab, with the address that the person pasted. */
  'account/finish': { ask: { address: string }; answer: AccountView };
  /** Connects with an access token that the person pasted. */
  'account/paste': {
    ask: { accessToken: string; environment: EnvironmentName };
    answer: AccountView;
  };
  /** Makes another signed-in account the current one. */
  'account/use': { ask: { accountId: string }; answer: AccountView };
  'account/disconnect': { ask: { accountId: string }; answer: null };
  'app/save': { ask: AppChoice; answer: AppView };
  /** Tries the app that is saved, and says which part of it is wrong. */
  'app/check': { ask: object; answer: AppCheck };

  /** Opens what there is to pin in a tab: its draft if there is one, and what the page shows. */
  'draft/open': { ask: { tabId: number }; answer: OpenedDraft };
  /** Begins a draft with other images of the page: the first is written about, the others go along. */
  'draft/start': {
    ask: { tabId: number; images: [ImageCandidate, ...ImageCandidate[]] };
    answer: Draft;
  };
  /**
   * Puts a draft into the outbox. Answers when the job is durable. It is all that a view says: who presses Enter and goes
   * elsewhere at once closes it.
   */
  'draft/publish': {
    ask: {
      draftId: string;
      lane: Lane;
      /** The person was asked about a pin of the same picture, and wants another. */
      confirmed?: boolean;
      /** When it goes out; at once where nothing is said. */
      when?: When;
      /** What the view shows of the draft that is open in it: an edit that nobody answered may be missing. */
      last?: LastWord;
    };
    /** `failed`: how many of the others could not be queued, and are drafts still. */
    answer: { jobId: string; toast: 'page' | 'view'; failed: number };
  };
  /**
   * Saves what the person typed; with `all` in each draft of its tray. Said and not waited for: it arrives also where the
   * view is closed right after.
   */
  'draft/edit': {
    ask: { draftId: string; edit: DraftEdit; number?: EditNumber; all?: boolean };
    answer: null;
  };
  /** Takes another address of the draft's picture. */
  'draft/version': { ask: { draftId: string; url: string }; answer: null };
  /** Reads all pictures of a draft that is to be a carousel. */
  'draft/read-all': { ask: { draftId: string }; answer: null };
  /** Reads the draft's picture again, after its site was granted. */
  'draft/reread': { ask: { draftId: string }; answer: null };
  /** Takes the draft's picture from what its tab shows. Answers when that is done, or known to fail. */
  'draft/screen': { ask: { draftId: string }; answer: null };
  'draft/discard': { ask: { draftId: string }; answer: null };

  /** Remembers whether a site's pictures are the person's to publish, or forgets it. */
  'site/lane': { ask: { site: string; lane: Lane | null }; answer: null };
  /** Keeps the templates of a pin's words and link. */
  'details/save': { ask: TemplateChoice; answer: null };
  /** Allows a site once the browser has granted it; said before the browser is asked, and after it. */
  'site/allow': { ask: { host: string }; answer: AllowedSites };
  /** Turns the button on a site's pictures on or off. */
  'site/hover': { ask: { host: string; hover: boolean }; answer: AllowedSites };
  /** Forgets an allowed site and gives its permission back. */
  'site/disallow': { ask: { host: string }; answer: AllowedSites };
  /** Keeps when pins go out. */
  'schedule/save': { ask: ScheduleSettings; answer: null };
  /** Scrolls a page to a picture and marks it for a moment. */
  'page/show': { ask: { tabId: number; frameId: number; url: string }; answer: null };

  /** What a tab's videos and canvases show at this moment, as pictures to choose from. */
  'grab/frames': { ask: { tabId: number }; answer: ImageCandidate[] };
  /** Lets the person choose a part of what a tab shows; a draft is made of it, and the popup comes back. */
  'grab/region': { ask: { tabId: number }; answer: null };

  /** Sees to it that the session has the boards. They are read from there: ten thousand are too many for an answer. */
  'board/list': { ask: { refresh: boolean }; answer: null };
  'board/create': { ask: { name: string; privacy: 'PUBLIC' | 'SECRET' }; answer: BoardRow };
  'section/list': { ask: { boardId: string }; answer: SectionRow[] };
  'section/create': { ask: { boardId: string; name: string }; answer: SectionRow };

  /** Reads what a view asks for, by the operation's own input and reply; what would change anything is refused. */
  'pinterest/read': { ask: { id: OperationId; input: object }; answer: unknown };

  /** Says that a view is open: the outbox is looked through; `anew` where a view has written rows itself. */
  'outbox/wake': { ask: { anew?: boolean }; answer: null };
  'job/undo': { ask: { jobId: string }; answer: null };
  'job/cancel': { ask: { jobId: string }; answer: null };
  /** Lets a job go on, on another board where one is given. */
  'job/retry': { ask: { jobId: string; board?: BoardChoice }; answer: null };
  /**
   * Does one thing to several jobs. What is too late for one of them leaves that one as it is; answers to how many it was
   * done.
   */
  'job/batch': {
    ask: { jobIds: string[]; act: BatchAct; board?: BoardChoice };
    answer: number;
  };
  /** Makes a draft of a job again, and opens the page that it came from. */
  'job/edit': { ask: { jobId: string }; answer: null };
  /** The person's word on what Tack can't know, or can't do: refused where nothing is asked any more. */
  'job/resolve': { ask: { jobId: string; answer: JobAnswer }; answer: null };
  /** Gives jobs that were not sent yet another time. */
  'job/schedule': { ask: { jobIds: string[]; when: When }; answer: null };
  /** Queues a row of a CSV once: `there` where it was queued before. */
  'csv/row': { ask: ImportedRow; answer: 'queued' | 'there' };
  /** Takes ended jobs out of the list. */
  'job/clear': { ask: object; answer: null };

  /** Reads numbers of Pinterest, or gives what the session holds of them. */
  'stats/read': { ask: StatsAsk; answer: KeptReply };

  /** From the toast in a page: how is the job that this nonce was given for? `held` while the person is at the toast. */
  'toast/state': { ask: { nonce: string; held?: boolean }; answer: ToastState };
  'toast/undo': { ask: { nonce: string }; answer: null };
  /** Takes a pin back that was not sent, and opens it as a draft for the person to choose another board. */
  'toast/board': { ask: { nonce: string }; answer: null };
  /**
   * From the button on a picture: begins a draft with what is under the pointer there, and opens it. It says nothing more:
   * where it comes from is told by the browser, and which picture it is by the capture script.
   */
  'hover/pin': { ask: object; answer: null };

  /** From the chooser in a page: the person took this part of the screen. The nonce is good once, in one tab. */
  'region/take': { ask: { nonce: string; place: OnScreen }; answer: null };
  /** The person chose none; the nonce is good for nothing any more. */
  'region/end': { ask: { nonce: string }; answer: null };
}

/** What can be done to several jobs at once; to `move` them takes a board. */
/** A pin of unknown outcome is there, is to be sent again, or is not there and was taken back; one stays though it was undone. */
export type JobAnswer = 'there' | 'send-again' | 'not-there' | 'keep';

export type BatchAct = 'retry' | 'cancel' | 'move';

/** What a view gets when it opens on a tab. */
export interface OpenedDraft {
  draft: Draft | null;
  capture: Capture | null;
  /** Why there is nothing to pin, where that is so. */
  error: ErrorInfo | null;
  /** What the person said of the site: null where they were not asked yet. */
  lane: Lane | null;
}

/** What the toast in a page may know: words to show, and the pin's address. */
export type ToastState =
  /** `waits`: nothing was sent yet, and the person may think again. */
  | { phase: 'working'; text: string; waits?: boolean }
  | { phase: 'pinned'; text: string; pinUrl: string }
  | { phase: 'undone'; text: string }
  | { phase: 'problem'; text: string };

export type MessageType = keyof Protocol;
export type Ask<Type extends MessageType> = Protocol[Type]['ask'];
export type Answer<Type extends MessageType> = Protocol[Type]['answer'];

/** Who asks: a page of the extension, or a content script that lives among a web page's own scripts. */
export type Sender = 'view' | 'content';

/** What a content script may ask. All else is for views; a new message is closed to pages until it is named here. */
const forContent: ReadonlySet<MessageType> = new Set([
  'toast/state',
  'toast/undo',
  'toast/board',
  'hover/pin',
  'region/take',
  'region/end',
]);

/** Tells whether a sender may ask a message. The two sets are disjoint. */
export function mayAsk(sender: Sender, type: MessageType): boolean {
  return forContent.has(type) === (sender === 'content');
}

/** What is not asked again by itself: a second board, or a second consent window, would be one too many. */
const once: ReadonlySet<MessageType> = new Set([
  'account/connect',
  'account/finish',
  'job/edit',
  'toast/board',
  'board/create',
  'section/create',
  'hover/pin',
]);

/** Tells whether a message may be asked again where nobody answered. All but a few do the same thing twice as once. */
export function mayRepeat(type: MessageType): boolean {
  return !once.has(type);
}
