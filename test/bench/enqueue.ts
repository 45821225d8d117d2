import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { golden, putRows } from './rows.ts';

/** One "Pin it", ms from its message on. */
export interface Enqueued {
  /** Until the job is on the disk, which every view is told: from here on nothing is lost. */
  durable: number;
  /** Until the answer, with what was tidied up and with the toast. */
  answered: number;
}

/** As much of the extension's own world as is used of it here. */
interface Extension {
  chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
}

/** What a view is told of a row that was written. */
interface Told {
  kind: string;
  id: string;
}

interface Publishing {
  /** Tells these pins from others. */
  name: string;
  count: number;
  /** How long the runner is left to come to rest before each, as a person does, ms. */
  restMs: number;
  /** What is done right before each. */
  before?: () => Promise<unknown>;
}

/** Pins that are sent one after the other. */
export async function timePublishing(
  page: Page,
  { name, count, restMs, before }: Publishing,
): Promise<Enqueued[]> {
  const draft = (await golden('tack-drafts-3')) as { image: object };
  const urlOf = (index: number) => `https://kitchen.example/${name}-${index}.jpg`;
  const drafts = Array.from({ length: count }, (_, index) => ({
    ...draft,
    id: `${name}-${index}`,
    tabId: 999_999,
    image: { ...draft.image, url: urlOf(index), shownUrl: urlOf(index) },
    media: { state: 'by-url', url: urlOf(index) },
  }));
  await putRows(page, 'tack-drafts', Object.fromEntries(drafts.map((row) => [row.id, row])));
  const times: Enqueued[] = [];
  for (const { id } of drafts) {
    await sleep(restMs);
    await before?.();
    times.push(await page.evaluate(publish, id));
  }
  return times;
}

/** Runs in a page of the extension. */
async function publish(draftId: string): Promise<Enqueued> {
  const { runtime } = (globalThis as never as Extension).chrome;
  const channel = new BroadcastChannel('tack-changes');
  const begun = performance.now();
  const written = new Promise<number>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'job' && data.id === draftId) resolve(performance.now() - begun);
    });
  });
  const answer = await runtime.sendMessage({
    type: 'draft/publish',
    ask: { draftId, lane: 'create' },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const answered = performance.now() - begun;
  const durable = await written;
  channel.close();
  return { durable, answered };
}

/**
 * What no enqueueing can do without, at the same time on the same machine: a message to the worker, here one that it refuses,
 * and one row that is on the disk when it is said to be.
 */
export const timeFloor = (page: Page, of: number): Promise<number[]> =>
  page.evaluate(async (count) => {
    const { runtime } = (globalThis as never as Extension).chrome;
    const opening = indexedDB.open('bench-floor');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'));
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const begun = performance.now();
      await runtime.sendMessage({ type: 'bench/nothing', ask: {} });
      const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
      writing.objectStore('rows').put({ index }, index);
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      times.push(performance.now() - begun);
    }
    opening.result.close();
    return times;
  }, of);
