// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { storageNavigator } from '../../test/opfs';
import { sha256 } from '../media/hash';

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('navigator', storageNavigator());
  vi.stubGlobal('indexedDB', new FakeFactory());
  vi.stubGlobal('browser', fakeBrowser); // for modules that are loaded anew
});

/** The modules of a worker that has just been started: every database is opened anew. */
async function aWorker() {
  vi.resetModules();
  const [drafts, store, { sweep }, { publish }, files, { exportOutbox }] = await Promise.all([
    import('../drafts/store'),
    import('./store'),
    import('./sweep'),
    import('./publish'),
    import('../storage/bytes'),
    import('../archive/export'),
  ]);
  return { ...drafts, ...store, ...files, sweep, publish, exportOutbox };
}

/** Every function of the browser by which Tack reads or writes what it keeps. */
async function storageCalls(): Promise<[owner: object, name: string][]> {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle('any', { create: true });
  const indexed = ['get', 'getAll', 'getAllKeys', 'count', 'openCursor'];
  const all: [object, string[]][] = [
    [IDBFactory.prototype, ['open']],
    [IDBDatabase.prototype, ['transaction']],
    [IDBObjectStore.prototype, [...indexed, 'put', 'add', 'delete']],
    [IDBIndex.prototype, indexed],
    [
      Object.getPrototypeOf(folder) as object,
      ['getDirectoryHandle', 'getFileHandle', 'removeEntry'],
    ],
    [Object.getPrototypeOf(file) as object, ['getFile', 'createWritable']],
    [fakeBrowser.storage.local, ['get', 'set', 'remove']],
    [fakeBrowser.storage.session, ['get', 'set', 'remove']],
  ];
  return all.flatMap(([owner, names]) => names.map((name): [object, string] => [owner, name]));
}

type Method = (this: unknown, ...asked: unknown[]) => unknown;

/** Lets one call fail, and every other be: so many are let through before it. */
async function failAt(place: number, how: 'throws' | 'breaks off its transaction') {
  let left = place;
  let failed: string | null = null;
  const spies = (await storageCalls()).map(([owner, name]) => {
    const real = Reflect.get(owner, name) as Method;
    const spy = vi.spyOn(owner as Record<string, Method>, name);
    spy.mockImplementation(function fails(this: unknown, ...asked) {
      const mayBreakOff = this instanceof IDBObjectStore && this.transaction.mode === 'readwrite';
      if (how === 'throws' || mayBreakOff) left -= 1;
      if (left !== -1 || failed !== null) return real.apply(this, asked);
      failed = name;
      if (how === 'throws' || !mayBreakOff) throw new DOMException('no more', 'UnknownError');
      const answer = real.apply(this, asked);
      this.transaction.abort();
      return answer;
    });
    return spy;
  });
  return {
    heal: () => {
      for (const spy of spies) spy.mockRestore();
      return failed;
    },
  };
}

// D05
it.each(['throws', 'breaks off its transaction'] as const)(
  '“Pin it” says nothing that is not so, loses nothing and can be pressed again, whichever call of storage %s',
  async (how) => {
    const { signedIn, keptDraft } = await import('./testing');
    await signedIn('faults');
    const seen = new Set<string>();
    let refused = 0;
    for (let place = 0; ; place += 1) {
      const bytes = new Blob([`picture ${how} ${place}`]);
      const hash = await sha256(bytes);
      const kept = { size: bytes.size, sha256: hash, width: 1, height: 1 };
      const media = { state: 'kept', type: 'image/jpeg', ...kept } as const;
      const picture = `https://images.example/${how.length}-${place}.jpg`;
      const { id } = await keptDraft(picture, { media });
      const worker = await aWorker();
      await worker.writeBytes(id, 'original', bytes);

      const fault = await failAt(place, how);
      const answer = await worker.publish(id, 'create').then(
        ({ job }) => job.id,
        () => null,
      );
      const failed = fault.heal();

      const job = await worker.readJob(id);
      if (answer !== null) expect(job, `at ${place}, ${failed}`).toBeDefined();
      else {
        refused += 1;
        expect(job, `refused, and queued all the same, at ${place}, ${failed}`).toBeUndefined();
      }
      expect(job ?? (await worker.readDraft(id)), `at ${place}, ${failed}`).toBeDefined();
      await worker.sweep();
      expect(
        await sha256((await worker.readBytes(id, 'original'))!),
        `at ${place}, ${failed}`,
      ).toBe(hash);

      await worker.publish(id, 'create');
      expect(await worker.readDraft(id), `at ${place}, ${failed}`).toBeUndefined();
      if (failed === null) break;
      seen.add(failed);
    }
    // All of them are jobs now, each once, and the file of the outbox has them.
    const worker = await aWorker();
    const { jobs } = await worker.listJobs();
    expect(new Set(jobs.map(({ content }) => content.title)).size).toBe(jobs.length);
    const { blob } = await worker.exportOutbox(false);
    const text = await blob.text();
    for (const { id } of jobs) expect(text).toContain(`"${id}"`);
    expect(refused).toBeGreaterThanOrEqual(how === 'throws' ? 30 : 1);
    expect([...seen]).toEqual(
      expect.arrayContaining(
        how === 'throws'
          ? ['open', 'get', 'transaction', 'count', 'add', 'delete']
          : ['add', 'delete'],
      ),
    );
  },
  120_000,
);
