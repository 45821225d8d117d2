// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { storageNavigator } from '../../test/opfs';
import { sha256 } from '../media/hash';

/** The modules of a worker that has just been started. */
async function aWorker() {
  vi.resetModules();
  const [drafts, store, { sweep }, { publish }, files] = await Promise.all([
    import('../drafts/store'),
    import('./store'),
    import('./sweep'),
    import('./publish'),
    import('../storage/bytes'),
  ]);
  return { ...drafts, ...store, ...files, sweep, publish };
}

/** Lets a worker open so many transactions more: with the next one it is gone, and writes nothing any more. */
function killAfter(transactions: number) {
  const open = IDBDatabase.prototype.transaction;
  let left = transactions;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
  spy.mockImplementation(function transaction(this: IDBDatabase, ...asked) {
    left -= 1;
    if (left < 0) throw new Error('killed');
    return open.apply(this, asked);
  });
  return { isOver: () => left >= 0, revive: () => spy.mockRestore() };
}

beforeEach(() => {
  vi.stubGlobal('navigator', storageNavigator());
  vi.stubGlobal('browser', fakeBrowser); // for modules that are loaded anew
});

// K01
it('a worker that is gone at any moment of “Pin it” leaves a draft or a job, whole, and pressing again makes one job', async () => {
  const { signedIn, keptDraft } = await import('./testing');
  await signedIn('killed');
  const left = { draft: 0, job: 0 };
  for (let transactions = 0; ; transactions += 1) {
    const bytes = new Blob([`picture ${transactions}`]);
    const hash = await sha256(bytes);
    const kept = { size: bytes.size, sha256: hash, width: 1, height: 1 };
    const media = { state: 'kept', type: 'image/jpeg', ...kept } as const;
    const { id, title } = await keptDraft(`https://images.example/${transactions}.jpg`, { media });
    const first = await aWorker();
    await first.writeBytes(id, 'original', bytes);
    const kill = killAfter(transactions);
    const answer = await first.publish(id, 'create').then(
      () => 'answered',
      () => 'gone',
    );
    const isOver = kill.isOver();
    kill.revive();

    const next = await aWorker();
    await next.sweep();
    const [draft, job] = [await next.readDraft(id), await next.readJob(id)];
    expect([draft, job].filter(Boolean), `after ${transactions}`).toHaveLength(1);
    expect(await sha256((await next.readBytes(id, 'original'))!)).toBe(hash);
    if (answer === 'answered') expect(job).toBeDefined(); // what was said is so
    left[job ? 'job' : 'draft'] += 1;

    await next.publish(id, 'create');
    expect((await next.readJob(id))?.content.title).toBe(title);
    expect(await next.readDraft(id)).toBeUndefined();
    if (isOver) break;
  }
  expect(left.draft).toBeGreaterThan(2);
  expect(left.job).toBeGreaterThan(1);
}, 60_000);
