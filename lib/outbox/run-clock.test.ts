// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import { createRunner } from './run';
import { addJob, readJob } from './store';
import { quietDeps } from './testing-runner';
import type { Job } from './types';

const content = {
  title: 'Panna cotta',
  description: '',
  link: '',
  altText: '',
  boardId: '1',
  boardName: 'Kitchen ideas',
  sectionId: null,
  sectionName: null,
};

it('does not take two looks for a minute apart where only the own clock was put forward', async () => {
  const sent = vi.fn(async () => {
    throw new AppError('api/outcome-unknown', undefined);
  });
  // A board that does not show yet what was just pinned to it.
  const client = { call: sent, pages: async function* () {} } as unknown as PinterestClient;
  const stage = { name: 'queued' } as const;
  const media = { kind: 'url', url: 'https://cdn.example/1.jpg' } as const;
  const more = { pause: null, undo: false, attempts: 0, pageUrl: '', tabId: null };
  const times = { queuedAt: Date.now(), updatedAt: 0 };
  const job: Job = {
    id: '1',
    version: 1,
    accountId: 'a',
    content,
    media,
    stage,
    ...more,
    ...times,
  };
  await addJob(job);
  const pinterestNow = Date.now();
  const look = () =>
    createRunner({ ...quietDeps(client), serverNow: async () => pinterestNow }).reconcile();

  await look();
  vi.useFakeTimers({ toFake: ['Date'], now: pinterestNow + 3_600_000 });
  await look().finally(() => vi.useRealTimers());

  expect(sent).toHaveBeenCalledTimes(1);
  expect((await readJob('1'))?.stage).toMatchObject({ name: 'creating', absentAt: { length: 2 } });
});
