// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { openAhead, takeOpened } from './open-ahead';
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
