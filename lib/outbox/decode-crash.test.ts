// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { storageNavigator } from '../../test/opfs';
import { prepareMedia } from './prepare';
import { addJob, readJob } from './store';
import { aJob, boardThat, runnerFor } from './testing-board';
import type { Job } from './types';

// Chrome's way: a test's environment has texts, and any text is true.
vi.hoisted(() => vi.stubEnv('FIREFOX', ''));

const made = { type: 'image/jpeg', size: 5, sha256: 'y', width: 100, height: 100 };

/** Job whose picture takes the document, and with it the answer, along. */
let crashing: ReadonlySet<string> = new Set();
let documents = 0;

const { locks } = navigator;

beforeEach(() => {
  vi.stubGlobal('navigator', { ...storageNavigator(), locks });
  documents = 0;
  let isOpen = false;
  Object.assign(fakeBrowser, {
    offscreen: {
      createDocument: async () => {
        if (isOpen) throw new Error('Only a single offscreen document may be created.');
        isOpen = true;
        documents += 1;
      },
    },
  });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { task } = message as { task: { id: string } };
    if (!crashing.has(task.id)) return { ok: true, value: made };
    isOpen = false;
    // In Chrome's words.
    throw new Error(
      'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
    );
  });
});

const ofWebp = async (): Promise<Job> => {
  const { id, ...job } = aJob();
  const webp = { ...job, id, media: { ...made, kind: 'bytes', type: 'image/webp' } as const };
  await addJob(webp);
  return webp;
};

// H16
it('a picture that crashes what decodes it is held for the person, and the others go out', async () => {
  const jobs = [await ofWebp(), await ofWebp(), await ofWebp()];
  const [, bad] = jobs;
  crashing = new Set([bad!.id]);
  const board = boardThat();
  const runner = runnerFor(board.client, { prepare: prepareMedia });

  await runner.reconcile();

  expect(board.pins).toHaveLength(2);
  expect(await readJob(bad!.id)).toMatchObject({
    stage: { name: 'queued' },
    pause: { kind: 'held', because: { code: 'unknown' } },
  });
  // It is not tried again by itself: it would crash again, at each start.
  await runner.reconcile();
  expect(documents).toBe(2);
});
