import { describe, expect, it } from 'vitest';

import { suggestText } from './suggest';
import type { Capture, PageDetails } from './types';

const details: PageDetails = {
  url: 'https://example.test/tea',
  link: 'https://example.test/tea',
  title: 'Tea',
  description: 'All about tea.',
  siteName: 'Example',
  selection: '',
  product: null,
  recipe: null,
  nopin: null,
};
const image = { alt: 'A cup of tea', pinUrl: null, pinDescription: null };

function captureOf(page: Partial<PageDetails>): Capture {
  return { page: { ...details, ...page }, images: [], target: null, readMs: 0 };
}

function linkFor(pinUrl: string): string {
  return suggestText(captureOf({}), { ...image, pinUrl }).link;
}

describe('suggestText', () => {
  it('takes the texts of the page and the alt text of the picture', () => {
    expect(suggestText(captureOf({}), image)).toEqual({
      title: 'Tea',
      description: 'All about tea.',
      altText: 'A cup of tea',
      link: 'https://example.test/tea',
    });
  });

  it("prefers the person's selection to the author's words, and these to the page's", () => {
    const pinned = { ...image, pinDescription: 'For your board' };

    expect(suggestText(captureOf({ selection: 'Mine' }), pinned).description).toBe('Mine');
    expect(suggestText(captureOf({}), pinned).description).toBe('For your board');
  });

  it("takes the author's link for the picture if it is a web address", () => {
    expect(linkFor('/shop?id=x#buy')).toBe('https://example.test/shop?id=x');
    expect(linkFor('javascript:alert(1)')).toBe('https://example.test/tea');
  });

  it('leaves out the query of a link that is longer than Pinterest takes', () => {
    const link = `https://example.test/a?q=${'x'.repeat(3_000)}`;

    expect(suggestText(captureOf({ link }), image).link).toBe('https://example.test/a');
  });

  it('takes no file name for alt text', () => {
    expect(suggestText(captureOf({}), { ...image, alt: 'IMG_0231.JPG' }).altText).toBe('');
  });
});
