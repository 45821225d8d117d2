import { blobToBase64 } from '../media/base64';
import { maxImagePixels } from '../media/limits';
import { elementsIn, placeOf } from './locate';

/** What a video or a canvas shows at this moment. */
export interface PageFrame {
  /** A `blob:` address of the page with its bytes; `frame:…` where the page may not read it, and the screen has to do. */
  url: string;
  kind: 'video' | 'canvas';
  /** Where a video is; 0 for a canvas. */
  seconds: number;
  /** In pixels of its own. */
  width: number;
  height: number;
  /** As a small `data:` address, or ''. */
  thumbnail: string;
}

/** What is smaller is a sign, a measuring device or a fingerprint. */
const MIN_SIDE = 120;

/** Pages with more of them are made of them. */
const MAX_FRAMES = 12;

const THUMBNAIL_SIDE = 240;

/** Light loss, for a picture that was encoded once already; drawings are kept whole. */
const VIDEO_QUALITY = 0.95;

type Shown = HTMLVideoElement | HTMLCanvasElement;

/** The frames that were listed last: what stands behind their addresses. */
export interface ListedFrames {
  list(root: Document): Promise<PageFrame[]>;
  /** The element of a frame that is not readable. */
  elementOf(url: string): Element | null;
}

/** Makes a list of what a page's videos and canvases show. Listing again forgets the list before. */
export function listedFrames(): ListedFrames {
  const elements = new Map<string, Element>();
  let made: string[] = [];
  return {
    async list(root) {
      for (const url of made) URL.revokeObjectURL(url);
      made = [];
      elements.clear();
      const frames: PageFrame[] = [];
      for (const element of largestOf(root)) {
        const frame = await frameOf(element).catch(() => null); // one that can't be drawn keeps no other back
        if (!frame) continue;
        const url = frame.blob ? URL.createObjectURL(frame.blob) : `frame:${crypto.randomUUID()}`;
        if (frame.blob) made.push(url);
        else elements.set(url, element);
        frames.push({ ...frame.facts, url });
      }
      return frames;
    },
    elementOf: (url) => elements.get(url) ?? null,
  };
}

function largestOf(root: Document): Shown[] {
  const seen = [...elementsIn(root)].filter(isShown).map((element) => ({
    element,
    area: areaOf(element),
  }));
  return seen
    .filter(({ area }) => area > 0)
    .toSorted((one, other) => other.area - one.area)
    .slice(0, MAX_FRAMES)
    .map(({ element }) => element);
}

function isShown(element: Element): element is Shown {
  const { width, height } = sizeOf(element);
  return Math.min(width, height) >= MIN_SIDE;
}

/** How much of the tab it takes; one that is scrolled away is not what the person looks at, but may be meant. */
function areaOf(element: Shown): number {
  const { rect = { width: 1, height: 1 } } = placeOf(element) ?? {};
  return element.checkVisibility() ? rect.width * rect.height : 0;
}

function sizeOf(element: Element): { width: number; height: number } {
  if (element instanceof HTMLVideoElement) {
    return { width: element.videoWidth, height: element.videoHeight };
  }
  if (element instanceof HTMLCanvasElement) return { width: element.width, height: element.height };
  return { width: 0, height: 0 };
}

/** What an element shows; null where that is nothing. Without `blob` where the page may not read it. */
async function frameOf(element: Shown) {
  const copy = await drawn(element);
  const { width, height } = copy;
  const isVideo = element instanceof HTMLVideoElement;
  const facts = {
    kind: isVideo ? ('video' as const) : ('canvas' as const),
    seconds: isVideo ? element.currentTime : 0,
    width,
    height,
    thumbnail: '',
  };
  const small = reduced(copy);
  const pixels = readable(small);
  if (!pixels) return { facts, blob: null };
  if (isBlank(pixels)) return null;
  const [blob, preview] = await Promise.all([
    copy.convertToBlob(
      isVideo ? { type: 'image/jpeg', quality: VIDEO_QUALITY } : { type: 'image/png' },
    ),
    small.convertToBlob({ type: 'image/jpeg', quality: 0.8 }),
  ]);
  const thumbnail = `data:image/jpeg;base64,${await blobToBase64(preview)}`;
  return { facts: { ...facts, thumbnail }, blob };
}

/** A WebGL canvas has its pixels only until the browser has painted it, so it is copied in the turn of a paint. */
function drawn(element: Shown): Promise<OffscreenCanvas> {
  return new Promise((resolve, reject) => {
    const draw = () => {
      try {
        resolve(copyOf(element, sizeOf(element)));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    requestAnimationFrame(draw);
  });
}

function copyOf(
  source: CanvasImageSource,
  { width, height }: { width: number; height: number },
): OffscreenCanvas {
  const scale = Math.min(1, Math.sqrt(maxImagePixels / (width * height)));
  const copy = new OffscreenCanvas(Math.floor(width * scale), Math.floor(height * scale));
  const context = copy.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, copy.width, copy.height);
  return copy;
}

function reduced(canvas: OffscreenCanvas): OffscreenCanvas {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(canvas.width, canvas.height));
  return copyOf(canvas, { width: canvas.width * scale, height: canvas.height * scale });
}

/** The pixels of a canvas; null where something of another site is in it. */
function readable(canvas: OffscreenCanvas): Uint8ClampedArray | null {
  try {
    return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? null;
  } catch {
    return null;
  }
}

/** Whether all pixels are the same: nothing was drawn yet, or the video is black. */
export function isBlank(pixels: ArrayLike<number>): boolean {
  for (let at = 4; at < pixels.length; at += 1) {
    if (Math.abs((pixels[at] ?? 0) - (pixels[at % 4] ?? 0)) > NOISE) return false;
  }
  return true;
}

/** A step of colour that an encoder makes by itself. */
const NOISE = 3;
