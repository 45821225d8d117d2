/** Reader of `<img>`, with the `<picture>` and the link around it. */
import { attribute, pixelAttribute } from './dom';
import { findingOf, rank, sourceOf } from './finding';
import type { Finding, Page, Reader, Source } from './finding';
import { foremost } from './foremost';
import { isAddress, keptBy } from './image-attributes';
import type { Kept } from './image-attributes';
import { hasImageEnding, imageUrl, isPlaceholder, knownTypes, typeOfUrl } from './image-url';
import { maxSrcsetEntries, maxUrl } from './limits';
import { linkedFile, linkOf } from './linked';
import { pictureKey } from './picture-key';
import { readPinAttributes, readPinMedia } from './pin-attributes';
import { pinIdOf } from './pin-page';
import { largestOfSrcset } from './srcset';
import type { SrcsetEntry } from './srcset';
import { saidText } from './text';
import type { ImageOrigin } from './types';

interface Shown {
  url: string;
  /** Natural size as the browser gives it: divided by the density that the `srcset` claims. */
  width: number;
  height: number;
  /** Height divided by width, 0 if not known. */
  ratio: number;
}

export const imageReader: Reader = {
  elements: foremost,
  read(element, page) {
    const image = element as HTMLImageElement;
    const { layoutWidth, layoutHeight } = readLayout(image);
    const link = linkOf(image, page.base);
    const shown = readShown(image, page, layoutHeight / layoutWidth || 0);
    const kept = keptBy(image);
    const addresses = kept.filter(isAddress);
    const sources = [
      linkedFile(link, page.base),
      ...readKept(addresses.filter(isFull), rank.full, page),
      ...readAround(image, page),
      ...readSets(image, kept, { shown, page }),
      ...readWidths(image, kept, page),
      ...readSizeTable(image, page),
      ...readKept(
        addresses.filter((each) => isWaiting(each, shown, page)),
        rank.shown,
        page,
      ),
      // Next to a set, `src` is the entry for density 1 (HTML, "source set").
      sourceOf(attribute(image, 'src'), 'src', { base: page.base, guess: 1 }),
      shown.url === '' ? null : sourceOf(shown.url, 'src', { base: page.base }),
    ].filter((source) => source !== null);
    const sized = sources.map((source) => withSize(source, sources, { shown, layoutWidth }));
    return [
      {
        ...findingOf(demotePlaceholder(sized)),
        ...shownSize(sized, shown),
        layoutWidth,
        layoutHeight,
        alt: saidText(attribute(image, 'alt')),
        authorPick: readPinMedia(image, page.base),
        ...readPinAttributes(image, pinIdOf(link)),
      },
    ];
  },
};

/** The size that the page's author wrote down; for a drawing, whose natural size says nothing, the size on screen. */
function readLayout(image: HTMLImageElement): { layoutWidth: number; layoutHeight: number } {
  const isDrawing = typeOfUrl(image.currentSrc || attribute(image, 'src')) === 'image/svg+xml';
  const box = isDrawing ? image.getBoundingClientRect() : null;
  return {
    layoutWidth: Math.round(box?.width ?? 0) || pixelAttribute(image, 'width'),
    layoutHeight: Math.round(box?.height ?? 0) || pixelAttribute(image, 'height'),
  };
}

function readShown(image: HTMLImageElement, page: Page, layoutRatio: number): Shown {
  const { naturalWidth: width, naturalHeight: height } = image;
  const url = imageUrl(image.currentSrc || attribute(image, 'src'), page.base) ?? '';
  return { url, width, height, ratio: height / width || layoutRatio };
}

/** Sources of all sets: the image's own, the lazy ones, and those of the `<picture>` around it. */
function readSets(
  image: HTMLImageElement,
  kept: readonly Kept[],
  at: { shown: Shown; page: Page },
): Source[] {
  const sets = kept
    .filter(isSet)
    .flatMap(({ name, text }) =>
      readSet(image, text, { from: name === 'srcset' ? 'srcset' : 'lazy', ...at }),
    );
  const parent = image.parentElement;
  if (parent?.localName !== 'picture') return sets;
  const fromPicture = [...parent.children]
    .filter((child) => child.localName === 'source')
    .filter((child) => isShowable(attribute(child, 'type')))
    .flatMap((child) =>
      keptBy(child)
        .filter(isSet)
        .flatMap(({ text }) => readSet(child, text, { from: 'picture', ...at })),
    );
  return [...fromPicture, ...sets];
}

const isSet = ({ role }: Kept) => role === 'set';
const isFull = ({ role }: Kept) => role === 'full';

function isShowable(type: string): boolean {
  return type === '' || knownTypes.has(type.toLowerCase().split(';', 1)[0]?.trim() ?? '');
}

/** Entries of a set that are kept: the best, and others to choose in its place. */
const keptOfSet = 4;

function readSet(
  element: Element,
  text: string,
  { from, shown, page }: { from: ImageOrigin; shown: Shown; page: Page },
): Source[] {
  // What a source of a picture shows may be cropped another way, so its own size comes before the shown one's.
  const own = {
    width: pixelAttribute(element, 'width'),
    height: pixelAttribute(element, 'height'),
  };
  const isOther = element.localName === 'source' && attribute(element, 'media') !== '';
  const ratio = own.height / own.width || 0 || (isOther ? 0 : shown.ratio);
  const cssWidth = own.width || (isOther ? 0 : shown.width);
  return largestOfSrcset(text, page.base, keptOfSet).flatMap((entry) => {
    const width = widthOf(entry, cssWidth);
    const height = entry.height ?? Math.round(width * ratio);
    const guess = (entry.density ?? 1) * (isOther ? mediaWidth(attribute(element, 'media')) : 1);
    const type = attribute(element, 'type');
    return sourceOf(entry.url, from, { base: page.base, type, width, height, guess }) ?? [];
  });
}

/** Width of the file: as the entry says, or its density times the width it is shown at. */
function widthOf({ width, density }: SrcsetEntry, cssWidth: number): number {
  return width ?? Math.round((density ?? 1) * cssWidth);
}

/** The screen width that a media condition starts from; the larger the screen, the larger the picture meant for it. */
function mediaWidth(media: string): number {
  return Number(/min-width\s*:\s*(\d{1,5})/.exec(media)?.[1] ?? 0);
}

const readKept = (kept: readonly Kept[], sourceRank: number, { base }: Page): Source[] =>
  kept.flatMap(({ text }) => sourceOf(text, 'lazy', { base, rank: sourceRank }) ?? []);

/** Whether an address waits to be shown. One that may be anything is this picture's if it is nearly the same, or if nothing is shown. */
function isWaiting({ role, text }: Kept, { url, width }: Shown, { base }: Page): boolean {
  if (role !== 'vague') return role === 'lazy';
  const isNothing = url === '' || isPlaceholder(url) || (width > 0 && width < 10);
  return isNothing || pictureKey(imageUrl(text, base) ?? '') === pictureKey(url);
}

/** The full file that galleries name on the boxes around a picture: on those that have no other picture in them. */
function readAround(image: Element, page: Page): Source[] {
  const sources: Source[] = [];
  let box = image.parentElement;
  for (let level = 0; box && level < 3; level += 1) {
    const isLink = box.localName === 'a';
    const named = keptBy(box).filter(
      (each) => hasImageEnding(each.text) && isAddress(each) && (isFull(each) || isLink),
    );
    // Looked for only where it matters: most boxes name none.
    if (named[0] && Element.prototype.getElementsByTagName.call(box, 'img')[1]) break;
    sources.push(...readKept(named, rank.full, page));
    box = box.parentElement;
  }
  return sources;
}

/** An address with a gap for the width, and the widths there are, as lazysizes has them. */
function readWidths(image: Element, kept: readonly Kept[], page: Page): Source[] {
  const template = kept.find(({ text }) => text.length < maxUrl && text.includes('{width}'))?.text;
  if (!template) return [];
  const widths = attribute(image, 'data-widths').match(/\d{2,5}/g) ?? [];
  return widths.slice(0, maxSrcsetEntries).flatMap((text) => {
    const address = template.replaceAll('{width}', text);
    return sourceOf(address, 'lazy', { base: page.base, width: Number(text) }) ?? [];
  });
}

/** A table of addresses with their sizes: `{"https://…": [width, height]}`. */
function readSizeTable(image: Element, page: Page): Source[] {
  const text = attribute(image, 'data-a-dynamic-image');
  if (text === '') return [];
  return text
    .matchAll(/"(https?:[^"]{1,2000})"\s*:\s*\[(\d{1,5}),\s*(\d{1,5})\]/g)
    .take(maxSrcsetEntries)
    .toArray()
    .flatMap(
      ([, address = '', width, height]) =>
        sourceOf(address, 'lazy', {
          base: page.base,
          width: Number(width),
          height: Number(height),
        }) ?? [],
    );
}

/** Fills in the size of sources that have none: what is shown now has its natural size. */
function withSize(
  source: Source,
  all: readonly Source[],
  { shown, layoutWidth }: { shown: Shown; layoutWidth: number },
): Source {
  if (source.width > 0) return source;
  if (source.url === shown.url) {
    const twin = all.find(({ url, width }) => url === shown.url && width > 0);
    return { ...source, width: twin?.width ?? shown.width, height: twin?.height ?? shown.height };
  }
  if (source.from === 'src') {
    // Shown is the picture in a format that not every browser has, at density 1: `src` has the same size.
    const isTwinShown = all.some(
      ({ from, url, width }) => from === 'picture' && url === shown.url && width === shown.width,
    );
    return isTwinShown ? { ...source, width: shown.width, height: shown.height } : source;
  }
  if (source.from !== 'lazy') return source;
  // A set knows its widths, so it wins; against a preview that is shown meanwhile the lazy address wins.
  const isSetKnown = all.some(({ from, width }) => from !== 'src' && width > 0);
  return { ...source, guess: isSetKnown ? 1 : Math.max(layoutWidth, shown.width) + 1 };
}

/** Where a lazy address waits, another picture in `src` stands in for it: one file may do so for all images of a page. */
function demotePlaceholder(sources: Source[]): Source[] {
  const lazy = sources.filter(({ from, rank: value }) => from === 'lazy' && value === rank.shown);
  if (lazy.length === 0) return sources;
  const keys = new Set(
    sources.filter(({ from }) => from !== 'src').map(({ url }) => pictureKey(url)),
  );
  return sources.map((source) =>
    source.from === 'src' && !keys.has(pictureKey(source.url))
      ? { ...source, rank: rank.placeholder }
      : source,
  );
}

function shownSize(
  sources: readonly Source[],
  { url, width, height }: Shown,
): Pick<Finding, 'shownUrl' | 'shownWidth' | 'shownHeight'> {
  const source = width > 0 ? sources.find((one) => one.url === url && one.width > 0) : undefined;
  return {
    shownUrl: url,
    shownWidth: source?.width ?? width,
    shownHeight: source?.height || height,
  };
}
