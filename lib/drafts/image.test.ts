import 'fake-indexeddb/auto';
import sharp from 'sharp';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import draft3 from '../../test/golden/tack-drafts-3.json';
import { storageNavigator } from '../../test/opfs';
import { bytesToBase64 } from '../media/base64';
import { pack } from '../messages/wire';
import { keepImage } from './image';
import { addDraft } from './store';
import type { Draft } from './types';

beforeEach(() => vi.stubGlobal('navigator', storageNavigator()));

it('reads a picture anew that its page was reloaded under, and leaves one alone that was refused', async () => {
  const id = crypto.randomUUID();
  await addDraft({ ...(draft3 as unknown as Draft), id, media: { state: 'reading' } });
  const page = vi.spyOn(browser.tabs, 'sendMessage');

  page.mockRejectedValue(new Error('Could not establish connection.'));
  expect(await keepImage({ id })).toMatchObject({
    state: 'failed',
    error: { code: 'page/unreachable' },
  });

  page.mockImplementation(async () => pack(async () => ({ ok: true, base64: await aPicture(20) })));
  const refused = { state: 'failed', error: { code: 'media/too-small' } };
  expect(await keepImage({ id })).toMatchObject(refused);

  page.mockImplementation(async () =>
    pack(async () => ({ ok: true, base64: await aPicture(400) })),
  );
  expect(await keepImage({ id })).toMatchObject(refused);
});

it('keeps a picture once its page answers again', async () => {
  const id = crypto.randomUUID();
  const error = { code: 'page/unreachable', data: undefined } as const;
  await addDraft({ ...(draft3 as unknown as Draft), id, media: { state: 'failed', error } });
  const base64 = await aPicture(400);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () =>
    pack(async () => ({ ok: true, base64 })),
  );

  expect(await keepImage({ id })).toMatchObject({ state: 'kept', width: 400, height: 400 });
});

async function aPicture(side: number): Promise<string> {
  const create = { width: side, height: side, channels: 3, background: '#1b6b51' } as const;
  return bytesToBase64(await sharp({ create }).png().toBuffer());
}
