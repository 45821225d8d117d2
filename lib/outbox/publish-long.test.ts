// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import { countReadRows } from '../storage/testing-reads';
import { addHistory } from './history';
import { publish } from './publish';
import { createRunner } from './run';
import { addJob } from './store';
import { keptDraft, signedIn } from './testing';
import { quietDeps } from './testing-runner';
import type { Job } from './types';
import { holdMissed } from './when';

const MANY = 400;

beforeAll(async () => {
  await signedIn('a-1');
  const job = { ...(job1 as unknown as Job), accountId: 'a-1', stage: { name: 'queued' } as const };
  const pause = { kind: 'held', because: { code: 'network/timeout', data: undefined } } as const;
  for (let index = 0; index < MANY; index += 1) {
    const own = { id: `j-${index}`, pictureHashes: [`picture ${index}`], queuedAt: index };
    await addJob({ ...job, ...own, pause, notBefore: 1 + index });
    await addHistory({
      version: 1,
      pinId: `${index}`,
      jobId: `out-${index}`,
      accountId: 'a-1',
      boardId: '1',
      pageHash: '',
      imageHash: null,
      pictureHashes: [`picture ${index}`],
      at: index,
    });
  }
});

afterEach(() => vi.restoreAllMocks());

describe('a pin that is queued beside many', () => {
  it('reads no other row to be queued, at once or in a slot, whatever was pinned before', async () => {
    const drafts = [1, 2].map((index) => keptDraft(`https://images.example/${index}.jpg`));
    const [now, later] = await Promise.all(drafts);
    const read = countReadRows();

    await publish(now!.id, 'create');
    const most = read();
    await publish(later!.id, 'create', { when: { kind: 'slot' } });

    expect(most).toBeLessThan(12); // drafts, account and job, some of them twice
    expect(read() - most).toBeLessThan(12);
  });

  it('reads no other row to be sent, once those that are open were read', async () => {
    const call = async () => ({ id: '5' });
    const spacingMs = async () => 1;
    const deps = { ...quietDeps({ call } as never), onBegin: holdMissed, spacingMs };
    const runner = createRunner(deps);
    await runner.reconcile();
    const draft = await keptDraft('https://images.example/3.jpg');
    const read = countReadRows();

    await publish(draft.id, 'create');
    await runner.reconcile();

    expect(read()).toBeLessThan(60); // its own row before and after each of its steps
  });
});
