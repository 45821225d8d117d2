/** Helpers of the tests in this folder. */
import { captureDocument } from './capture';
import type { Capture, ImageCandidate } from './types';

/** Where the pages of the tests are. */
export const site = 'https://example.test/dir/';

/** Puts HTML into the document. A `natural="640x480"` on an image takes the place of its loading. */
export function page(html: string): Document {
  document.head.innerHTML = `<base href="${site}">`;
  document.body.innerHTML = '';
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.head.append(...parsed.head.children);
  document.body.append(...parsed.body.children);
  for (const image of document.querySelectorAll('img[natural]')) {
    const [width, height] = (image.getAttribute('natural') ?? '').split('x').map(Number);
    Object.defineProperty(image, 'naturalWidth', { value: width });
    Object.defineProperty(image, 'naturalHeight', { value: height });
    Object.defineProperty(image, 'currentSrc', {
      value: new URL(image.getAttribute('current') ?? image.getAttribute('src') ?? '', site).href,
    });
  }
  return document;
}

/** Reads a page of some HTML. */
export function capture(html: string, srcUrl?: string): Capture {
  return captureDocument(page(html), { srcUrl: srcUrl && new URL(srcUrl, site).href });
}

/** The candidate that was asked for. */
export function target(html: string, srcUrl: string): ImageCandidate | null | undefined {
  const { images, target: index } = capture(html, srcUrl);
  return index === null ? null : images[index];
}

/** The addresses found, short where they are of the site. */
export function urls(html: string): string[] {
  return capture(html).images.map(({ url }) => url.replace(site, ''));
}
