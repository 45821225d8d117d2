// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { openAhead, readAhead, takeOpened, takeRow } from './open-ahead';
import { openRows, type RowKind } from './rows';

interface Soup {
  version: 1;
  name: string;
}

let database = '';
let count = 0;
const kind = (since?: number): RowKind<Soup> => ({
  database,
  version: 1,
  migrations: {},
  isRow: (value) => 'name' in value,
  ...(since ? { indexes: { since, paths: { name: 'name' } } } : {}),
});
const soup: Soup = { version: 1, name: 'Tomato' };

/** Closes no connection that something else may wait for. */
const versionOf = (name: string) =>
  indexedDB.databases().then((all) => all.find((each) => each.name === name)?.version);

describe('a database that is opened ahead', () => {
  beforeEach(() => {
    database = `tack-soup-${(count += 1)}`;
    vi.restoreAllMocks();
  });

  it('is what is read from, without being opened again', async () => {
    await openRows(kind()).add('a', soup);
    openAhead(database);
    const open = vi.spyOn(indexedDB, 'open');

    expect(await openRows(kind()).get('a')).toEqual(soup);
    expect(open).not.toHaveBeenCalled();
  });

  it('is given once', async () => {
    await openRows(kind()).add('a', soup);
    openAhead(database);

    expect(await takeOpened(database)).not.toBeNull();
    expect(await takeOpened(database)).toBeNull();
  });

  it('is made by its rows where there is none yet', async () => {
    openAhead(database);

    await openRows(kind()).add('a', soup);
    expect(await openRows(kind()).get('a')).toEqual(soup);
  });

  it('gets its indexes from its rows where it is older', async () => {
    await openRows(kind()).add('a', soup);
    openAhead(database, 2);

    expect((await openRows(kind(2)).where('name', ['Tomato'])).rows).toEqual([soup]);
    expect(await versionOf(database)).toBe(2);
  });

  it('is left alone where a newer Tack made it', async () => {
    await openRows(kind(3)).add('a', soup);
    openAhead(database, 2);

    await expect(openRows(kind(2)).get('a')).rejects.toMatchObject({ code: 'storage/newer' });
  });

  it('is opened anew where it is of another version than its rows', async () => {
    await openRows(kind()).add('a', soup);
    openAhead(database);

    expect((await openRows(kind(2)).where('name', ['Tomato'])).rows).toEqual([soup]);
  });

  it('holds up no newer Tack that makes it newer', async () => {
    await openRows(kind()).add('a', soup);
    openAhead(database);
    const newer = indexedDB.open(database, 2);
    await new Promise((resolve) => newer.addEventListener('success', resolve));
    newer.result.close();

    expect(await versionOf(database)).toBe(2);
    expect(await takeOpened(database)).toBeNull();
  });

  it('breaks nothing off where the browser takes no such request', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });

    expect(() => openAhead(database)).not.toThrow();
    expect(await takeOpened(database)).toBeNull();
  });
});

describe('a row that is read ahead', () => {
  beforeEach(async () => {
    database = `tack-soup-${(count += 1)}`;
    await openRows(kind()).add('a', soup);
    openAhead(database);
  });

  it('is what its rows give the first time, and is read anew the second time', async () => {
    readAhead(database, 'a');
    const rows = openRows(kind());
    expect(await rows.get('a')).toEqual(soup);
    await rows.update('a', (row) => ({ ...row, version: 1, name: 'Leek' }));
    expect(await rows.get('a')).toEqual({ ...soup, name: 'Leek' });
  });

  it('is looked at as every row is', async () => {
    readAhead(database, 'a');
    const onlyBread = { ...kind(), isRow: () => false };
    await expect(openRows(onlyBread).get('a')).rejects.toMatchObject({
      code: 'storage/unreadable',
    });
  });

  it('is asked for again where there was none', async () => {
    readAhead(database, 'b');
    const rows = openRows(kind());
    await rows.add('b', soup);
    expect(await rows.get('b')).toEqual(soup);
  });

  it('is forgotten after a second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    readAhead(database, 'a');
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(await takeRow(database, 'a')).toBeUndefined();
  });

  it('is none of a database that nobody opens', async () => {
    readAhead('tack-bread', 'a');
    expect(await takeRow('tack-bread', 'a')).toBeUndefined();
  });
});
