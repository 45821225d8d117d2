import type { Capture } from '../capture/types';
import type { PageFrame } from '../grab/frames';
import type { OnScreen } from '../grab/rectangle';

/** What the background asks of the capture script in a page, and what it answers. */
export interface PageProtocol {
  'page/capture': { ask: PageTarget; answer: Capture };
  /** The bytes of an image, read in the page's own context. Base64, at most 20 MB of bytes. */
  'page/read-bytes': { ask: { url: string }; answer: PageBytes };
  /** The sizes of pictures at other addresses, as the page's own site lets them be loaded; 0 for what is none. */
  'page/measure': { ask: { urls: string[] }; answer: MeasuredImage[] };
  /** Takes the button off the pictures of sites where it is no longer wanted; by match pattern. */
  'page/hover-off': { ask: { matches: string[] }; answer: null };
  /** What the page's videos and canvases show at this moment. */
  'page/frames': { ask: object; answer: PageFrame[] };
  /** Where the tab shows a picture that has one of the addresses; null where it does not. */
  'page/locate': { ask: { urls: string[] }; answer: OnScreen | null };
  /** Lets the person choose a part of what the tab shows; the page's script then says `region/take` with the nonce. */
  'page/region': { ask: { nonce: string; labels: RegionLabels }; answer: null };
  /** Shows the toast of a job; the page's script then asks `toast/state` with the nonce. */
  'page/toast': { ask: { nonce: string; labels: ToastLabels }; answer: null };
}

/** An address and the size of the picture there, in pixels. */
export interface MeasuredImage {
  url: string;
  width: number;
  height: number;
}

/** What the person pointed at, as far as the browser says. */
export interface PageTarget {
  /** Address of an image. */
  srcUrl: string | null;
  /** Address of a link. */
  linkUrl?: string;
  /** Whether it is what was last right-clicked; only a page in which the script was before knows that. */
  isPointed?: boolean;
}

export type PageBytes =
  | { ok: true; base64: string }
  /** `status` is 0 where the site gave no readable answer. */
  | { ok: false; reason: 'not-fetched' | 'too-large'; status: number; bytes: number };

/** The words for choosing a part of the screen. */
export interface RegionLabels {
  /** What it is, spoken. */
  name: string;
  /** How it is done by mouse and keys. */
  hint: string;
  use: string;
  cancel: string;
  /** The browser gave no picture. */
  failed: string;
}

/** The toast's words: the capture script has no language of its own. */
export interface ToastLabels {
  working: string;
  open: string;
  undo: string;
  /** To another board, while nothing was sent. */
  change: string;
  close: string;
}

export type PageMessageType = keyof PageProtocol;
export type PageAsk<Type extends PageMessageType> = PageProtocol[Type]['ask'];
export type PageAnswer<Type extends PageMessageType> = PageProtocol[Type]['answer'];
