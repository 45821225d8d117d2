// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { storageNavigator } from '../../test/opfs';
import { convertKept } from '../media/convert-kept';
import { sha256 } from '../media/hash';
import { bytesName, writeBytes } from '../storage/bytes';
import { draftMediaOf } from './draft-media';
import { prepareMedia, readPrepared } from './prepare';
import type { JobMedia, PictureMedia } from './types';

// Drawing needs a browser; what is tested here is which bytes stand for a pin. test/e2e has the real one.
vi.mock('../media/convert-kept');

type Bytes = Extract<PictureMedia, { kind: 'bytes' }>;

const half = { x: 0, y: 0, width: 0.5, height: 1 };
const original = new Blob(['as it was read'], { type: 'image/jpeg' });
const shown = { type: 'image/jpeg', size: original.size, width: 600, height: 900 };

const pictureOf = async (facts: Partial<Bytes> = {}): Promise<Bytes> => ({
  kind: 'bytes',
  ...shown,
  sha256: await sha256(original),
  ...facts,
});

beforeEach(() => {
  vi.stubGlobal('navigator', storageNavigator());
  vi.mocked(convertKept).mockImplementation(async ({ id, key }) => {
    const made = new Blob([`made for ${key}`]);
    const size = await writeBytes(id, bytesName('prepared', key), made);
    return { type: 'image/jpeg', size, sha256: await sha256(made), width: 300, height: 900 };
  });
});

describe('the bytes of a pin', () => {
  it('are the ones that its row names, converted or as they were', async () => {
    await writeBytes('a', 'original', original);
    const cropped = await pictureOf({ width: 300, crop: half });
    const made = (await prepareMedia({ id: 'a', media: cropped })) as Bytes;

    expect(await (await readPrepared('a', made)).text()).toBe('made for ');
    expect(await (await readPrepared('a', await pictureOf())).text()).toBe('as it was read');
  });

  // D03
  it('are no others, and the person is told', async () => {
    await writeBytes('a', 'original', original);
    const other = await pictureOf({ sha256: await sha256(new Blob(['another'])) });

    await expect(readPrepared('a', other)).rejects.toMatchObject({ code: 'media/damaged' });
    await expect(readPrepared('none', other)).rejects.toMatchObject({ code: 'draft/no-image' });
  });

  it('of a pin that is changed are the original’s again, whose crop may be taken away', async () => {
    await writeBytes('a', 'original', original);
    const cropped = await pictureOf({ width: 300, crop: half });
    const made = (await prepareMedia({ id: 'a', media: cropped })) as Bytes;

    expect(draftMediaOf(made)).toEqual({ state: 'kept', ...shown, sha256: cropped.sha256 });
  });

  it('of a carousel that is changed are the originals’ again, however often they were converted', async () => {
    const items = [await pictureOf(), await pictureOf({ key: '1', height: 600 })];
    const carousel: JobMedia = { kind: 'carousel', fit: 'crop', items };
    const once = await prepareMedia({ id: 'a', media: carousel });
    const twice = await prepareMedia({
      id: 'a',
      media: { ...(once as typeof carousel), fit: 'pad' },
    });
    const { items: made } = twice as typeof carousel;

    expect(made.map(draftMediaOf)).toEqual(items.map(draftMediaOf));
  });
});
