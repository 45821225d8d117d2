import { describe, expect, it } from 'vitest';

import { capture as read } from '../capture/testing';
import type { Capture } from '../capture/types';
import { isCapture } from './shapes';

const capture = (): Capture => ({
  page: {
    url: 'https://kitchen.test/a',
    link: 'https://kitchen.test/a',
    title: 'A',
    description: '',
    siteName: '',
    selection: '',
    product: { price: '12.00', currency: 'EUR', availability: 'in' },
    recipe: { yield: '4 servings', minutes: null },
    nopin: { reason: 'no' },
  },
  images: [
    {
      url: 'https://kitchen.test/a.jpg',
      from: 'src',
      type: '',
      width: 1,
      height: 1,
      frameId: 0,
      shownUrl: '',
      shownWidth: 0,
      shownHeight: 0,
      alt: '',
      versions: [{ url: 'https://kitchen.test/b.jpg', from: 'srcset', width: 0, height: 0 }],
      pinUrl: null,
      pinDescription: null,
      pinId: null,
      nopin: false,
    },
  ],
  target: 0,
  readMs: 1,
});

describe('what a page is said to have', () => {
  it('passes as the capture script makes it', () => {
    expect(isCapture(capture())).toBe(true);
    const bare = capture();
    Object.assign(bare.page, { product: null, recipe: null, nopin: null });
    expect(isCapture({ ...bare, images: [], target: null })).toBe(true);
    const made =
      read(`<title>Tea</title><img src="a.jpg" srcset="a.jpg 1x, b.jpg 2x" natural="640x480">
      <script type="application/ld+json">{"@type":"Product","name":"Tea","image":"c.jpg",
      "offers":{"price":"5","priceCurrency":"EUR","availability":"InStock"}}</script>
      <script type="application/ld+json">{"@type":"Recipe","name":"Tea","recipeYield":"2","totalTime":"PT5M"}</script>`);
    expect(made.images.length).toBeGreaterThan(1);
    expect(made.page.product).not.toBeNull();
    expect(made.page.recipe).not.toBeNull();
    expect(isCapture(JSON.parse(JSON.stringify(made)))).toBe(true);
  });

  // S04
  it('is refused with a field too many, wherever it stands', () => {
    const places: ((made: Capture) => object | null | undefined)[] = [
      (made) => made,
      ({ page }) => page,
      ({ page }) => page.product,
      ({ page }) => page.recipe,
      ({ page }) => page.nopin,
      ({ images }) => images[0],
      ({ images }) => images[0]?.versions[0],
    ];
    for (const placeIn of places) {
      const made = capture();
      Object.assign(placeIn(made) ?? {}, { more: 'of it' });
      expect(isCapture(made)).toBe(false);
    }
  });

  it('is refused without a field, or with one that is something else', () => {
    const { readMs: _, ...less } = capture();
    expect(isCapture(less)).toBe(false);
    const stocked = capture();
    Object.assign(stocked.page.product ?? {}, { availability: 'always' });
    expect(isCapture(stocked)).toBe(false);
    expect(isCapture({ ...capture(), readMs: Number.NaN })).toBe(false);
  });
});
