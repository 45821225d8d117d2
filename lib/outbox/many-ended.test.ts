// @vitest-environment node
import 'fake-indexeddb/auto';
import { promisifyRequest } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { storageNavigator } from '../../test/opfs';
import { countReadRows } from '../storage/testing-reads';
import { addJob, listJobIds, readJob } from './store';
import { sweep } from './sweep';
import { aJob, boardThat, runnerFor } from './testing-board';

const MANY = 10_000; // the same holds of 100,000, which take this database in memory most of a minute
const DAY_MS = 24 * 3_600_000;

beforeEach(() => void vi.stubGlobal('navigator', storageNavigator()));

/** Writes jobs that ended so many days ago, all in one transaction. */
async function endedBefore(days: number, count: number): Promise<void> {
  await listJobIds(); // it is made by whoever asks first
  const db = await promisifyRequest(indexedDB.open('tack-jobs'));
  const rows = db.transaction('rows', 'readwrite').objectStore('rows');
  const at = Date.now() - days * DAY_MS;
  const job = { ...aJob(), queuedAt: at, updatedAt: at };
  for (let index = 0; index < count; index += 1) {
    const id = `ended-${days}-${String(index).padStart(6, '0')}`;
    const stage = { name: 'verified', pinId: id, createdAt: '', twinIds: [] };
    rows.put({ ...job, id, stage }, id);
  }
  await promisifyRequest(rows.transaction);
  db.close();
}

describe('an outbox with ten thousand pins that are out', () => {
  // D09
  it('reads none of them to send another, and of all only what is too old to be cleared', async () => {
    await endedBefore(1, MANY);
    await endedBefore(9, 40);
    const job = aJob();
    await addJob(job);
    const board = boardThat();
    const read = countReadRows();

    await runnerFor(board.client).reconcile();
    expect(board.pins).toHaveLength(1);
    expect((await readJob(job.id))?.stage.name).toBe('created');
    const toSend = read();
    expect(toSend).toBeLessThan(30);

    await sweep();
    expect(read() - toSend).toBeLessThan(150);
    const { all } = await listJobIds();
    expect(all).toHaveLength(MANY + 1);
  }, 120_000);
});
