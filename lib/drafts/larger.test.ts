import { describe, expect, it, vi } from 'vitest';

import type { ImageCandidate } from '../capture/types';
import type { MeasuredImage } from '../messages/page-protocol';
import { atLargest } from './larger';

const image = (facts: Partial<ImageCandidate> = {}): ImageCandidate => ({
  url: 'https://a.test/tea-300x200.jpg',
  from: 'src',
  type: 'image/jpeg',
  width: 300,
  height: 200,
  frameId: 0,
  shownUrl: '',
  shownWidth: 300,
  shownHeight: 200,
  versions: [],
  alt: '',
  pinUrl: null,
  pinDescription: null,
  pinId: null,
  nopin: false,
  ...facts,
});

/** A page in which these sizes can be loaded. */
const pageWith = (sizes: Record<string, [number, number]>) =>
  vi.fn(async (urls: string[]): Promise<MeasuredImage[]> =>
    urls.map((url) => {
      const [width, height] = sizes[url.replace('https://a.test/', '')] ?? [0, 0];
      return { url, width, height };
    }),
  );

describe('a picture at its largest', () => {
  it('is a larger file of the same shape that was really loaded', async () => {
    const found = await atLargest(image(), pageWith({ 'tea.jpg': [3000, 2000] }));

    expect(found).toMatchObject({ url: 'https://a.test/tea.jpg', width: 3000, from: 'larger' });
    expect(found.versions).toEqual([
      { url: 'https://a.test/tea-300x200.jpg', from: 'src', width: 300, height: 200 },
    ]);
  });

  it.each([
    ['is not there', {}],
    ['has another shape', { 'tea.jpg': [2000, 2000] }],
    ['is hardly larger', { 'tea.jpg': [310, 207] }],
    ['is smaller', { 'tea.jpg': [150, 100] }],
    ['has more pixels than can be decoded', { 'tea.jpg': [90_000, 60_000] }],
  ] as [string, Record<string, [number, number]>][])(
    'stays where the other %s',
    async (_, sizes) => {
      expect((await atLargest(image(), pageWith(sizes))).url).toBe(
        'https://a.test/tea-300x200.jpg',
      );
    },
  );

  it('learns its own size where that was not known', async () => {
    const unknown = image({ width: 0, height: 0, url: 'https://a.test/og-300x200.jpg' });
    const page = pageWith({ 'og-300x200.jpg': [600, 400], 'og.jpg': [500, 500] });

    expect(await atLargest(unknown, page)).toMatchObject({ url: unknown.url, width: 600 });
  });

  it('is looked for among its own versions of unknown size', async () => {
    const versions = [
      { url: 'https://a.test/full.jpg', from: 'link', width: 0, height: 0 },
    ] as const;
    const small = image({ url: 'https://a.test/tea.jpg', versions: [...versions] });

    const found = await atLargest(small, pageWith({ 'full.jpg': [1500, 1000] }));

    expect(found).toMatchObject({ url: 'https://a.test/full.jpg', from: 'link' });
  });

  it('is not asked for where there is nothing to try', async () => {
    const page = pageWith({});
    await atLargest(image({ url: 'https://a.test/tea.jpg' }), page);
    expect(page).not.toHaveBeenCalled();
  });

  it.each(['http://192.168.1.1/reboot', 'http://localhost/off.jpg', 'data:image/png;base64,AA'])(
    'lets a picture of the web send nobody to %s',
    async (address) => {
      const versions = [{ url: address, from: 'link', width: 0, height: 0 }] as const;
      const page = pageWith({});

      await atLargest(image({ versions: [...versions] }), page);

      expect(page.mock.calls.flat(2)).not.toContain(address);
    },
  );

  it('is looked for on the own network where the picture is of there', async () => {
    const own = image({
      url: 'http://192.168.1.7/tea.jpg',
      versions: [{ url: 'http://192.168.1.7/full.jpg', from: 'link', width: 0, height: 0 }],
    });
    const page = pageWith({});

    await atLargest(own, page);

    expect(page.mock.calls.flat(2)).toContain('http://192.168.1.7/full.jpg');
  });

  it('stays where the page does not answer', async () => {
    const gone = () => Promise.reject(new Error('gone'));
    expect((await atLargest(image(), gone)).url).toBe(image().url);
  });
});
