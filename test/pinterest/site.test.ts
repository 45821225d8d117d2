// @vitest-environment node
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type LocalPinterest, startPinterest } from './server.ts';
import { ask, caller, postForm } from './testing.ts';

let pinterest: LocalPinterest;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0 });
});
afterAll(() => pinterest.close());

const linda = () => pinterest.ledger.boards('linda_kitchen');

describe('seeded content', () => {
  it('is 60 boards and 300 pins of two accounts, some boards secret and some with sections', () => {
    const boards = pinterest.ledger.boards();

    expect([boards.length, pinterest.ledger.pins().length]).toEqual([60, 300]);
    expect(new Set(boards.map(({ owner }) => owner))).toEqual(
      new Set(['linda_kitchen', 'tom_travels']),
    );
    expect(boards.filter(({ privacy }) => privacy === 'SECRET').length).toBeGreaterThan(2);
    expect(boards.filter(({ sections }) => sections.length > 0).length).toBeGreaterThan(3);
    expect(new Set(linda().map(({ name }) => name)).size).toBe(linda().length);
  });

  it('has ids that are too large for numbers', () => {
    for (const { id } of linda())
      expect(String(Number(id)) === id && Number.isSafeInteger(Number(id))).toBe(false);
  });

  it('scales to 10,000 boards and 100,000 pins in seconds', async () => {
    const start = performance.now();
    const large = await startPinterest({ port: 0, boards: 10_000, pins: 100_000 });
    const { body } = await caller(large)('GET', '/boards?page_size=250');
    const names = new Set(large.ledger.boards('linda_kitchen').map(({ name }) => name));
    await large.close();

    expect([body.items.length, names.size]).toEqual([250, 9988]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('the site', () => {
  it('shows boards, a board, a section and a pin', async () => {
    const [pin] = pinterest.ledger.pins({ owner: 'linda_kitchen' });
    const pages = {
      '/': 'Kitchen ideas',
      '/linda_kitchen/kitchen-ideas/': 'Lighting',
      '/linda_kitchen/kitchen-ideas/lighting/': 'Lighting',
      [`/pin/${pin?.id}/`]: pin?.id ?? '',
    };

    for (const [path, words] of Object.entries(pages)) {
      const { status, text } = await ask(`${pinterest.siteUrl}${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain(words);
    }
  });

  it('saves a picture from the dialog, without an app', async () => {
    const media = new URL('/photos/black-canyon-800.jpg', pinterest.pages.nopin).href;
    const board = linda().find(({ name }) => name === 'Rivers and lakes');
    const address = `${pinterest.siteUrl}/pin/create/button/`;
    const fields = { url: pinterest.pages.essay, media, description: 'A boat <below> the cliffs' };
    const { text } = await ask(`${address}?${new URLSearchParams(fields)}`);

    const saved = await postForm(address, { ...fields, board_id: board?.id ?? '' });

    expect(text).toContain('A boat &lt;below&gt; the cliffs');
    expect(saved.text).toContain('Saved to Rivers and lakes');
    expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([
      {
        origin: 'dialog',
        board: 'Rivers and lakes',
        link: fields.url,
        description: fields.description,
        width: 800,
      },
    ]);
  });

  it('says so when the picture cannot be fetched', async () => {
    const media = new URL('/photos/missing.jpg', pinterest.pages.nopin).href;

    const { status, text } = await postForm(`${pinterest.siteUrl}/pin/create/button/`, {
      media,
      board_id: linda()[0]?.id ?? '',
    });

    expect([status, text.includes('could not fetch')]).toEqual([400, true]);
  });
});

describe('sample pages', () => {
  it('are all there', async () => {
    for (const address of Object.values(pinterest.pages))
      expect((await ask(address)).status).toBe(200);
  });

  it.each([
    [
      'recipe',
      [
        'type="image/avif"',
        'srcset=',
        'application/ld+json',
        'rel="canonical"',
        'data-pin-description',
      ],
    ],
    [
      'shop',
      ['"Product"', 'data-src=', 'background-image', 'class="zoom"', 'http://cdn.localhost'],
    ],
    ['essay', ['.svg', '.gif', '.webp', '.avif', '<figcaption>', 'loading="lazy"']],
    ['nopin', ['name="pinterest"', 'content="nopin"']],
  ] as const)('%s has the idioms of real sites', async (name, idioms) => {
    const { text } = await ask(pinterest.pages[name]);

    for (const idiom of idioms) expect(text).toContain(idiom);
  });

  it('serve photographs in the size and format of their name', async () => {
    for (const [extension, format] of [
      ['jpg', 'jpeg'],
      ['webp', 'webp'],
      ['avif', 'heif'],
      ['png', 'png'],
      ['gif', 'gif'],
    ]) {
      const { bytes } = await ask(
        new URL(`/photos/march-pastoral-300.${extension}`, pinterest.pages.nopin).href,
      );
      expect(await sharp(bytes).metadata()).toMatchObject({ format, width: 300 });
    }
  });

  it('let others read the pictures of the open host only', async () => {
    const cdn = pinterest.siteUrl.replace('pinterest', 'cdn');

    const open = await ask(`${cdn}/open/black-canyon-300.jpg`);
    const closed = await ask(`${cdn}/closed/black-canyon-300.jpg`);

    expect([
      open.headers['access-control-allow-origin'],
      closed.headers['access-control-allow-origin'],
    ]).toEqual(['*', undefined]);
  });
});
