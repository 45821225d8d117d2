/** Readers of elements other than `<img>` that show, replace or announce a picture. */
import { attribute, firstAttribute, queryAll } from './dom';
import { findingOf, rank, setSources, sourceOf } from './finding';
import type { Reader } from './finding';
import { maxNoscript } from './limits';
import { readPinAttributes, readPinMedia } from './pin-attributes';
import { imageReader } from './read-image';
import { shownBy } from './shown';
import { cleanText } from './text';

const titleOf = (element: Element) =>
  attribute(element, 'title') || attribute(element, 'aria-label');

export const posterReader: Reader = {
  elements: '[poster], [data-poster]',
  read(element, { base }) {
    const address = firstAttribute(element, 'poster', 'data-poster');
    const source = sourceOf(address, 'poster', { base });
    return source ? [shownBy(element, [source], titleOf(element))] : [];
  },
};

export const pinMediaReader: Reader = {
  elements: '[data-pin-media]:not(img)',
  read(element, { base }) {
    const source = readPinMedia(element, base);
    return source ? [{ ...findingOf([source]), ...readPinAttributes(element) }] : [];
  },
};

/** `<image>` of a drawing, `<input type=image>`, `<object>`, and AMP's own images, where its script has not made real ones of them. */
export const replacedReader: Reader = {
  elements: 'image, input[type="image" i], object[data], embed[src], amp-img, amp-anim',
  read(element, { base }) {
    const names = element.localName === 'object' ? ['data'] : ['href', 'xlink:href', 'src'];
    const address = firstAttribute(element, ...names);
    const type = attribute(element, 'type');
    const known = /^image\//i.test(type) ? { type } : {};
    const source = sourceOf(address, 'element', { base, ...known });
    const set = setSources(attribute(element, 'srcset'), 'srcset', base);
    const isPicture = source?.type || !/^(?:object|embed)$/.test(element.localName);
    const sources = source && isPicture ? [source, ...set] : set;
    return [shownBy(element, sources, attribute(element, 'alt') || titleOf(element))];
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
