/**
 * What readers give: one finding for each place of a page that has a picture. A new idiom of pages is a new reader in
 * `readers.ts` (or a row in a reader's table), and nothing else.
 */
import type { Root } from './dom';
import { imageUrl, isPlaceholder, knownTypes, typeOfUrl } from './image-url';
import { parseSrcset } from './srcset';
import type { ImageOrigin } from './types';

/** How far a source is to be trusted to be the picture at its best; a higher rank wins over any size. */
export const rank = {
  /** Stands in until the picture is loaded. */
  placeholder: 0,
  /** Shown, or one of the sizes to be shown. */
  shown: 1,
  /** Given as the full picture: a zoom attribute, a link around the thumbnail. */
  full: 2,
  /** The author's own choice for Pinterest. */
  author: 3,
} as const;

/** One address of a picture. Sizes are in pixels of the file; 0 means not known. */
export interface Source {
  url: string;
  from: ImageOrigin;
  type: string;
  width: number;
  height: number;
  rank: number;
  /** Width to assume where `width` is 0; used to choose between sources, never reported. */
  guess: number;
}

/** A place of the page with a picture. */
export interface Finding {
  sources: Source[];
  /** What is shown there now; '' and 0 where nothing is. */
  shownUrl: string;
  shownWidth: number;
  shownHeight: number;
  /** Size in CSS pixels that the page gives the picture; 0 means not known. */
  layoutWidth: number;
  layoutHeight: number;
  alt: string;
  pinUrl: string | null;
  pinDescription: string | null;
  pinId: string | null;
  nopin: boolean;
  /** How much the page says that this is its picture; 0 for one that is merely there. */
  weight: number;
  /** The picture that the author wants pinned in this one's place: another picture, often one made for Pinterest. */
  authorPick: Source | null;
}

/** What readers know of the page. */
export interface Page {
  document: Document;
  /** Where relative addresses start from. */
  base: string;
  /** Null for a document that nobody shows: then there are no computed styles. */
  view: (Window & typeof globalThis) | null;
  /** The shadow root of an element; a content script may see closed ones as well. */
  shadowOf: (element: Element) => ShadowRoot | null;
  /** How many elements of each kind were asked for their styles and showed no picture. */
  plain: Map<string, number>;
  /** Address of the image that the person chose. */
  asked?: string | undefined;
}

/** Reads elements of the document and of every shadow root. It may throw: that element is left out. */
export interface Reader {
  /**
   * The elements to read: what matches a selector, or what a function picks where no selector can. A null among them is a
   * place for a pause.
   */
  elements: string | ((root: Root, page: Page) => Iterable<Element | null>);
  read: (element: Element, page: Page) => Finding[];
}

/** A finding with nothing in it yet but its sources. */
export function findingOf(sources: Source[]): Finding {
  return {
    sources,
    shownUrl: '',
    shownWidth: 0,
    shownHeight: 0,
    layoutWidth: 0,
    layoutHeight: 0,
    alt: '',
    pinUrl: null,
    pinDescription: null,
    pinId: null,
    nopin: false,
    weight: 0,
    authorPick: null,
  };
}

/** A source for an address as written in the page, or null where it can't be a picture or its type can't be pinned. */
export function sourceOf(
  address: string,
  from: ImageOrigin,
  { base, ...known }: { base: string } & Partial<Omit<Source, 'url' | 'from'>>,
): Source | null {
  const url = imageUrl(address, base);
  if (url === null) return null;
  const type = (known.type ?? '').toLowerCase().split(';', 1)[0]?.trim() || typeOfUrl(url);
  if (type !== '' && !knownTypes.has(type)) return null;
  const source = { width: 0, height: 0, rank: rank.shown, guess: 0, ...known, url, from, type };
  return isPlaceholder(url) ? { ...source, rank: rank.placeholder } : source;
}

/** The sources that a `srcset` names. */
export function setSources(text: string, from: ImageOrigin, base: string): Source[] {
  return parseSrcset(text, base).flatMap(
    ({ url, width, density }) =>
      sourceOf(url, from, { base, width: width ?? 0, guess: density ?? 0 }) ?? [],
  );
}

/** Whether one source is the better one of the same picture: by rank, then by size, then the one Pinterest takes as it is. */
export function isBetter(one: Source, other: Source): boolean {
  if (one.rank !== other.rank) return one.rank > other.rank;
  const [width, otherWidth] = [one.width || one.guess, other.width || other.guess];
  if (width !== otherWidth) return width > otherWidth;
  return goesAsItIs(one) && !goesAsItIs(other);
}

function goesAsItIs({ type }: Source): boolean {
  return type === 'image/jpeg' || type === 'image/jpg' || type === 'image/png';
}
