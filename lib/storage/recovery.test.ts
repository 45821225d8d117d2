// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { promisifyRequest } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { readRaw, setDatabaseAside, setRowsAside } from './recovery';
import { leaveDatabase } from './testing';

/** What is kept aside, by its key. */
async function aside() {
  const db = await promisifyRequest(indexedDB.open('tack-aside'));
  const kept = db.transaction('rows').objectStore('rows');
  const [keys, rows] = [promisifyRequest(kept.getAllKeys()), promisifyRequest(kept.getAll())];
  db.close();
  const values = await rows;
  return Object.fromEntries((await keys).map((key, index) => [key, values[index]]));
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe('what can be read of a broken outbox', () => {
  it('is every row as it stands there, whatever is in it', async () => {
    await leaveDatabase('tack-jobs', { good: { version: 1 }, odd: 7 });
    expect(await readRaw('tack-jobs')).toMatchObject({
      version: 1,
      rows: { good: { version: 1 }, odd: 7 },
      lost: [],
      error: null,
    });
  });

  it('is also what a newer Tack made, which stays as it is', async () => {
    await leaveDatabase('tack-jobs', { good: { version: 9 } }, 9);
    expect(await readRaw('tack-jobs')).toMatchObject({ version: 9, rows: { good: {} } });
    const [{ version }] = (await indexedDB.databases()) as [{ version: number }];
    expect(version).toBe(9);
  });

  it('names the rows that the browser does not give, and gives the others', async () => {
    await leaveDatabase('tack-jobs', { good: 1, torn: 2 });
    const torn = () => {
      throw new DOMException('torn', 'DataError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(torn);
    const get = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (key === 'torn') torn();
      return get.call(this, key);
    });
    expect(await readRaw('tack-jobs')).toMatchObject({ rows: { good: 1 }, lost: ['torn'] });
  });

  it('is nothing where there is no database, and none is made by looking', async () => {
    expect(await readRaw('tack-jobs')).toMatchObject({ version: 0, rows: {}, error: null });
    expect(await indexedDB.databases()).toEqual([]);
  });

  // D05
  it('is why, where the browser does not open it', async () => {
    await leaveDatabase('tack-jobs', { good: 1 });
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('backing store', 'UnknownError');
    });
    expect(await readRaw('tack-jobs')).toMatchObject({ version: null, error: { code: 'unknown' } });
  });
});

describe('setting aside', () => {
  it('keeps a copy of each row that it takes out, and leaves the others', async () => {
    await leaveDatabase('tack-jobs', { good: { version: 1 }, odd: 7 });
    expect(await setRowsAside('tack-jobs', ['odd', 'not there'], 5)).toBe(1);

    expect((await readRaw('tack-jobs')).rows).toEqual({ good: { version: 1 } });
    expect(await aside()).toEqual({
      'tack-jobs/odd/5': { database: 'tack-jobs', key: 'odd', at: 5, row: 7 },
    });
  });

  // D05
  it('takes nothing out where no copy can be kept', async () => {
    await leaveDatabase('tack-jobs', { odd: 7 });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(setRowsAside('tack-jobs', ['odd'], 5)).rejects.toThrow('no room');
    await expect(setDatabaseAside('tack-jobs', 5)).rejects.toThrow('no room');
    expect((await readRaw('tack-jobs')).rows).toEqual({ odd: 7 });
  });

  it('makes place for a new database once all rows of the old one are kept', async () => {
    await leaveDatabase('tack-jobs', { a: 1, b: 2 }, 9);
    expect(await setDatabaseAside('tack-jobs', 5)).toBe(2);

    expect(await readRaw('tack-jobs')).toMatchObject({ version: 0 });
    expect(Object.keys(await aside())).toEqual(['tack-jobs/a/5', 'tack-jobs/b/5']);
  });
});
