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

// D08
it('looks for a twin soon where a wrong clock put that off and the first look failed', async () => {
  const DAY_MS = 86_400_000;
  const now = Date.now();
  let isSignedIn = false;
  const pages = vi.fn(async function* () {
    yield [{ id: '7', ...content, created_at: new Date(now).toISOString() }];
  });
  const deps = {
    ...quietDeps({ pages } as unknown as PinterestClient),
    clientFor: async () => {
      if (!isSignedIn) throw new AppError('auth/signed-out', undefined);
      return { pages } as unknown as PinterestClient;
    },
  };
  const [verifyAt, updatedAt] = [now + DAY_MS, now + DAY_MS - 60_000];
  const stage = { name: 'created', pinId: '7', createdAt: '', verifyAt } as const;
  const media = { kind: 'url', url: 'https://cdn.example/2.jpg' } as const;
  const more = { pause: null, undo: false, attempts: 0, pageUrl: '', tabId: null };
  const job: Job = {
    id: '2',
    version: 1,
    accountId: 'a',
    content,
    media,
    stage,
    ...more,
    queuedAt: now,
    updatedAt,
  };
  await addJob(job);

  await createRunner(deps).reconcile();
  isSignedIn = true;
  const { pause } = (await readJob('2'))!;
  vi.useFakeTimers({ toFake: ['Date'], now: pause?.kind === 'waiting' ? pause.until + 1 : now });
  await createRunner(deps)
    .reconcile()
    .finally(() => vi.useRealTimers());

  expect(pages).toHaveBeenCalledOnce();
  expect((await readJob('2'))?.stage.name).toBe('verified');
});
