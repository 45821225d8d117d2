import { describe, expect, it } from 'vitest';

import { bareImage } from './bare-image';
import { withFrames } from './frames';
import type { Capture, ImageCandidate } from './types';

const image = (url: string, facts: Partial<ImageCandidate> = {}): ImageCandidate => ({
  ...bareImage(url),
  ...facts,
});

const capture = (images: ImageCandidate[], target: number | null = null): Capture => ({
  page: {
    url: 'https://a.test/',
    link: '',
    title: '',
    description: '',
    siteName: '',
    selection: '',
    product: null,
    recipe: null,
    nopin: null,
  },
  images,
  target,
  readMs: 1,
});

describe('the frames of a page', () => {
  it('add their pictures behind the page’s own, each once', () => {
    const page = capture([image('https://a.test/a.jpg')]);
    const frame = capture([
      image('https://a.test/a-300x200.jpg', { frameId: 7 }),
      image('https://a.test/b.jpg', { frameId: 7 }),
    ]);

    const { images } = withFrames(page, [frame]);

    expect(images.map(({ url, frameId }) => [url, frameId])).toEqual([
      ['https://a.test/a.jpg', 0],
      ['https://a.test/b.jpg', 7],
    ]);
  });

  it('have the picture that was asked for where it is shown', () => {
    const url = 'https://a.test/b.jpg';
    const page = capture([image(url)], 0);
    const frame = capture([image(url, { frameId: 7, shownWidth: 800 })], 0);

    const { images, target } = withFrames(page, [frame]);

    expect(images[target ?? -1]).toMatchObject({ url, frameId: 7, shownWidth: 800 });
    expect(images).toHaveLength(1);
  });

  it('have what was clicked in one of them, also where the page shows it as well', () => {
    const url = 'https://a.test/b.jpg';
    const page = capture([image(url, { shownWidth: 800 })], 0);
    const clicked = capture([image(url, { frameId: 7, pinDescription: 'Meant' })], 0);

    const { images, target } = withFrames(page, [clicked], clicked);

    expect(images[target ?? -1]).toMatchObject({ frameId: 7, pinDescription: 'Meant' });
    expect(images).toHaveLength(1);
  });

  it('have a clicked picture that is too small to be listed, and a background of no known size', () => {
    const page = capture([image('https://a.test/a.jpg', { shownWidth: 900 })]);
    const clicked = capture([image('https://a.test/layer.jpg', { frameId: 7 })], 0);

    const { images, target } = withFrames(page, [clicked], clicked);

    expect(images[target ?? -1]?.url).toBe('https://a.test/layer.jpg');
  });
});
