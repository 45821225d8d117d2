// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import file1 from '../../test/golden/tack-outbox-file-1.json';
import { storageNavigator } from '../../test/opfs';
import { createDataStore } from './data';

beforeEach(() => {
  vi.stubGlobal('chrome', fakeBrowser); // for modules that are loaded within a test
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', storageNavigator());
});

/** The store, what it asked of the background, and the files that it handed over. */
function dataStore(answer = async () => null as never) {
  const asked: string[] = [];
  const files: { name: string; blob: Blob }[] = [];
  const store = createDataStore(
    (type) => {
      asked.push(type);
      return answer();
    },
    (name, blob) => files.push({ name, blob }),
  );
  return { store, asked, files };
}

const golden = new Blob([JSON.stringify(file1)]);

describe('the person’s own data', () => {
  it('is handed over as a file, and says meanwhile that it is busy', async () => {
    const { store, files } = dataStore();
    const saving = store.getState().save(false);
    expect(store.getState().busy).toBe('export');
    await saving;

    expect(store.getState()).toMatchObject({ busy: null, error: null });
    expect(files).toHaveLength(1);
    expect(JSON.parse(await files[0]!.blob.text())).toMatchObject({ format: file1.format });
  });

  it('is handed over as it stands, whatever of it can be used', async () => {
    const { store, files } = dataStore();
    await store.getState().saveRaw();

    expect(files[0]?.name).toMatch(/^tack-raw-\d{4}-\d\d-\d\d\.json$/);
    const raw = JSON.parse(await files[0]!.blob.text()) as { databases: { database: string }[] };
    const names = raw.databases.map(({ database }) => database);
    // No tokens among them.
    expect(names).toEqual([
      'tack-jobs',
      'tack-drafts',
      'tack-history',
      'tack-changes',
      'tack-choices',
    ]);
  });

  it('comes back from a file once, wakes the outbox, and is known the second time', async () => {
    const { store, asked } = dataStore();
    await store.getState().take(golden);
    const first = store.getState().imported;
    await store.getState().take(golden);
    const second = store.getState().imported;

    expect(first?.added).toBeGreaterThan(0);
    expect(second).toMatchObject({ added: 0, known: first?.added });
    expect(asked).toEqual(['outbox/wake', 'outbox/wake']);
  });

  it('is brought in though nobody answers in the background: the alarm wakes it', async () => {
    const { store } = dataStore(() => Promise.reject(new Error('nobody')));
    await store.getState().take(golden);

    expect(store.getState()).toMatchObject({ busy: null, error: null });
    expect(store.getState().imported?.bad).toEqual([]);
  });

  it('says of a file that is none of Tack’s what it is, and forgets it with the next', async () => {
    const { store, asked } = dataStore();
    await store.getState().take(new Blob(['a shopping list']));
    expect(store.getState()).toMatchObject({ busy: null, error: { code: 'archive/not-ours' } });
    expect(asked).toEqual([]);

    await store.getState().take(golden);
    expect(store.getState().error).toBeNull();
  });
});
