/** Readers of elements other than `<img>` that show, replace or announce a picture. */
import { attribute, firstAttribute, pixelAttribute, queryAll } from './dom';
import { findingOf, rank, setSources, sourceOf } from './finding';
import type { Finding, Reader, Source } from './finding';
import { maxNoscript } from './limits';
import { readPinAttributes, readPinMedia } from './pin-attributes';
import { imageReader } from './read-image';
import { cleanText } from './text';

/** A finding for an element that shows one picture. */
function shownBy(element: Element, source: Source | null, alt: string): Finding[] {
  if (!source) return [];
  const box = element.getBoundingClientRect();
  return [
    {
      ...findingOf([source]),
      shownUrl: source.url,
      layoutWidth: Math.round(box.width) || pixelAttribute(element, 'width'),
      layoutHeight: Math.round(box.height) || pixelAttribute(element, 'height'),
      alt: cleanText(alt),
      ...readPinAttributes(element),
    },
  ];
}

const titleOf = (element: Element) =>
  attribute(element, 'title') || attribute(element, 'aria-label');

export const posterReader: Reader = {
  elements: 'video[poster], video[data-poster], amp-video[poster]',
  read(element, { base }) {
    const address = firstAttribute(element, 'poster', 'data-poster');
    return shownBy(element, sourceOf(address, 'poster', { base }), titleOf(element));
  },
};

export const pinMediaReader: Reader = {
  elements: '[data-pin-media]:not(img)',
  read(element, { base }) {
    const source = readPinMedia(element, base);
    return source ? [{ ...findingOf([source]), ...readPinAttributes(element) }] : [];
  },
};

/** `<image>` of a drawing, `<input type=image>` and `<object>`. */
export const replacedReader: Reader = {
  elements: 'image, input[type="image" i], object[data], embed[src]',
  read(element, { base }) {
    const names = element.localName === 'object' ? ['data'] : ['href', 'xlink:href', 'src'];
    const address = firstAttribute(element, ...names);
    const type = attribute(element, 'type');
    const isPicture = element.localName === 'image' || element.localName === 'input';
    const known = /^image\//i.test(type) ? { type } : {};
    const source = sourceOf(address, 'element', { base, ...known });
    if (!isPicture && !source?.type) return [];
    return shownBy(element, source, attribute(element, 'alt') || titleOf(element));
  },
};

/** AMP's own images, where its script has not made real ones of them. */
export const ampReader: Reader = {
  elements: 'amp-img, amp-anim',
  read(element, { base }) {
    const set = setSources(attribute(element, 'srcset'), 'srcset', base);
    const own = sourceOf(attribute(element, 'src'), 'src', { base });
    const [finding] = shownBy(element, own ?? set[0] ?? null, attribute(element, 'alt'));
    return finding ? [{ ...finding, sources: own ? [...set, own] : set }] : [];
  },
};

/** What a lazy loader left for browsers without scripts. It is text here, and is parsed apart from the page. */
export const noscriptReader: Reader = {
  elements: (root) => {
    const texts = queryAll(root, 'noscript').map(({ textContent }) => textContent);
    const html = texts.filter((text) => text.length < 50_000 && /<img\b/i.test(text)).join('\n');
    if (html === '') return [];
    // One parsing for all of them: a page may have hundreds.
    return queryAll(
      new DOMParser().parseFromString(html.slice(0, maxNoscript), 'text/html'),
      'img',
    );
  },
  read(image, page) {
    const findings = imageReader.read(image, { ...page, view: null });
    for (const source of findings.flatMap(({ sources }) => sources)) {
      if (source.from === 'src') source.from = 'noscript';
    }
    return findings;
  },
};

/** The picture that the page asks the browser for before it knows where it goes. */
export const preloadReader: Reader = {
  elements: 'link[rel~="preload" i][as="image" i]',
  read(element, { base }) {
    const set = setSources(attribute(element, 'imagesrcset'), 'preload', base);
    const own = sourceOf(attribute(element, 'href'), 'preload', { base });
    const sources = own ? [...set, own] : set;
    return sources.length > 0 ? [{ ...findingOf(sources), weight: 5 }] : [];
  },
};

/** Save buttons that the author put up: each names the picture, the link and the words that a pin is to have. */
export const saveLinkReader: Reader = {
  elements: 'a[href*="pinterest."][href*="media="]',
  read(element, page) {
    const { searchParams } = new URL(attribute(element, 'href'), page.base);
    const address = searchParams.get('media') ?? '';
    const source = sourceOf(address, 'save link', { base: page.base, rank: rank.shown });
    if (!source || !/^https?:/.test(source.url)) return [];
    const description = cleanText(searchParams.get('description'));
    return [{ ...findingOf([source]), weight: 15, pinDescription: description || null }];
  },
};
