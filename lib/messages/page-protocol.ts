import type { Capture } from '../capture/types';

/** What the background asks of the capture script in a page, and what it answers. */
export interface PageProtocol {
  'page/capture': { ask: PageTarget; answer: Capture };
  /** The bytes of an image, read in the page's own context. Base64, at most 20 MB of bytes. */
  'page/read-bytes': { ask: { url: string }; answer: PageBytes };
  /** The sizes of pictures at other addresses, as the page's own site lets them be loaded; 0 for what is none. */
  'page/measure': { ask: { urls: string[] }; answer: MeasuredImage[] };
  /** Takes the button off the pictures of sites where it is no longer wanted; by match pattern. */
  'page/hover-off': { ask: { matches: string[] }; answer: null };
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
  | { ok: true; base64: string; type: string }
  /** `status` is 0 where the site gave no readable answer. */
  | { ok: false; reason: 'not-fetched' | 'too-large'; status: number; bytes: number };

/** The toast's words: the capture script has no language of its own. */
export interface ToastLabels {
  working: string;
  open: string;
  undo: string;
  close: string;
}

export type PageMessageType = keyof PageProtocol;
export type PageAsk<Type extends PageMessageType> = PageProtocol[Type]['ask'];
export type PageAnswer<Type extends PageMessageType> = PageProtocol[Type]['answer'];
