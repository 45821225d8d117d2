// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { storageNavigator } from '../../test/opfs';
import { listFiles, readBytes, removeHalfWritten, writeBytes } from './bytes';

const picture = new Blob(['a picture']);

beforeEach(() => vi.stubGlobal('navigator', storageNavigator()));

describe('bytes of a draft or job', () => {
  // D06
  it('are not begun where there is no room for them and what is made of them', async () => {
    const room = 20 * 1024 * 1024 + 10;
    vi.stubGlobal('navigator', storageNavigator({ quota: room, usage: 0 }));
    await writeBytes('a', 'original', new Blob(['12345678']));
    await expect(writeBytes('b', 'original', picture)).rejects.toMatchObject({
      code: 'storage/full',
      data: { needed: 11, free: 10 },
    });
    expect(await listFiles('b')).toEqual([]);
  });

  it('are as before, or not there, where the browser runs out of room while they are written', async () => {
    await writeBytes('a', 'original', picture);
    const root = await navigator.storage.getDirectory();
    const outbox = await root.getDirectoryHandle('outbox');
    const file = await (await outbox.getDirectoryHandle('a')).getFileHandle('original');
    const full = async () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const writable = vi.spyOn(Object.getPrototypeOf(file), 'createWritable');
    writable.mockImplementation(async () => ({
      write: full,
      close: full,
      abort: async () => undefined,
    }));
    for (const id of ['a', 'b']) {
      await expect(writeBytes(id, 'original', new Blob(['more']))).rejects.toMatchObject({
        code: 'storage/full',
      });
    }
    expect(await (await readBytes('a', 'original'))!.text()).toBe('a picture');
    expect(await readBytes('b', 'original')).toBeNull();
  });

  it('that are new leave nothing of what was made of the old ones', async () => {
    await writeBytes('a', 'original', picture);
    await writeBytes('a', 'prepared', picture);
    await writeBytes('a', 'original-2', picture);
    expect(await listFiles('a')).toEqual(['original', 'prepared', 'original-2']);
    await writeBytes('a', 'original', new Blob(['another']));
    expect(await listFiles('a')).toEqual(['original', 'original-2']);
  });

  it('lose the halves that a killed browser left, and nothing else', async () => {
    await writeBytes('a', 'original', picture);
    const root = await navigator.storage.getDirectory();
    const outbox = await root.getDirectoryHandle('outbox');
    const folder = await outbox.getDirectoryHandle('a');
    await folder.getFileHandle('original.crswap', { create: true });
    await removeHalfWritten('a');
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    expect(names).toEqual(['original']);
  });
});
