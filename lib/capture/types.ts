/** Where the address of an image was found. */
export type ImageOrigin =
  | 'src'
  | 'srcset'
  | 'picture'
  | 'lazy'
  | 'background'
  | 'poster'
  | 'data-pin-media'
  | 'meta'
  | 'link'
  | 'page data'
  | 'noscript'
  | 'element'
  | 'preload'
  | 'save link'
  | 'larger'
  | 'file'
  | 'frame'
  | 'screen';

/** Another address of a picture. Sizes are in pixels; 0 means not known. */
export interface ImageVersion {
  url: string;
  from: ImageOrigin;
  width: number;
  height: number;
}

/** One picture of a page, at its best source. Sizes are in pixels; 0 means not known. */
export interface ImageCandidate {
  /** Absolute address of the best source: http(s), `data:` or `blob:`. */
  url: string;
  from: ImageOrigin;
  /** MIME type as far as the page or the address tells, such as `image/webp`; else ''. The bytes decide in the end. */
  type: string;
  /** Size of the best source as far as the page tells. */
  width: number;
  height: number;
  /** The frame of the tab that it is in; 0 is the page itself. Its bytes are read there. */
  frameId: number;
  /** What the page shows of it now: its address and its natural size. */
  shownUrl: string;
  shownWidth: number;
  shownHeight: number;
  alt: string;
  /** Its other addresses, the largest first, the best source not among them; at most ten. */
  versions: ImageVersion[];
  /** What the page's author asks for with `data-pin-url`, `-description` and `-id`. */
  pinUrl: string | null;
  pinDescription: string | null;
  pinId: string | null;
  /** The author does not want this image pinned (`data-pin-nopin`, `nopin`). */
  nopin: boolean;
  /** What a person is told of it beside its size, such as the time of a video's frame. */
  note?: string;
}

/** What a page asks for the thing that it is about. */
export interface ProductFacts {
  /** With a dot before the decimals, without currency: `1299.00`. */
  price: string;
  /** ISO 4217, or '' where the page does not say. */
  currency: string;
  availability: 'in' | 'out' | 'later' | null;
}

/** What a recipe takes. */
export interface RecipeFacts {
  /** In the author's words, such as `4 servings`, or ''. */
  yield: string;
  minutes: number | null;
}

/** What a page says about itself. All texts are plain, trimmed, and not yet cut to Pinterest's limits. */
export interface PageDetails {
  /** The address in the tab's address bar. */
  url: string;
  /** The link a pin should carry: `pin:url`, canonical, `og:url` or the address, without hash. */
  link: string;
  title: string;
  description: string;
  siteName: string;
  /** What the person has selected on the page. */
  selection: string;
  product: ProductFacts | null;
  recipe: RecipeFacts | null;
  /** The page asks not to be pinned (`<meta name="pinterest" content="nopin">`), with its own words if it has any. */
  nopin: { reason: string } | null;
}

/** All that a page has to pin. */
export interface Capture {
  page: PageDetails;
  /** The one meant first, one entry a picture, no icons. */
  images: ImageCandidate[];
  /** Index in `images` of the picture that was asked for, else null. */
  target: number | null;
  /** How long the reading took, ms, without the pauses that the page was given; for the bench and the score. */
  readMs: number;
}
