// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import { storageNavigator } from '../../test/opfs';
import type { Send } from '../messages/create-send';
import { addJob, changeJob, removeJob } from '../outbox/store';
import type { Job } from '../outbox/types';
import { broughtBack } from '../storage/late-items';
import { createOutboxStore, followJobs } from './outbox';
import { wakeOutbox } from './silence';

let count = 0;

const aJob = (id: string): Job => {
  count += 1;
  return { ...(job1 as unknown as Job), id, stage: { name: 'queued' }, queuedAt: count };
};

const ids = (jobs: readonly Job[]) => jobs.map(({ id }) => id);

describe('the outbox in a view', () => {
  // U03
  it('shows the newest first, then all, and after that reads only rows that were written', async () => {
    vi.stubGlobal('navigator', storageNavigator());
    for (let index = 0; index < 40; index += 1) await addJob(aJob(`j-${index}`));
    const store = createOutboxStore(vi.fn());
    const shown: number[] = [];
    store.subscribe(({ jobs }) => shown.push(jobs.length));
    await store.getState().load();
    expect(shown.slice(0, 2)).toEqual([30, 40]);
    expect(ids(store.getState().jobs).slice(0, 2)).toEqual(['j-39', 'j-38']);

    const viewing = new AbortController();
    followJobs(store, viewing.signal);
    const all = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await changeJob('j-7', (job) => ({ ...job, attempts: 9 }));
    await removeJob('j-8');
    await addJob(aJob('newest'));
    await vi.waitFor(() => expect(ids(store.getState().jobs)[0]).toBe('newest'));

    const { jobs } = store.getState();
    expect(jobs).toHaveLength(40);
    expect(jobs.find(({ id }) => id === 'j-7')).toMatchObject({ attempts: 9 });
    expect(ids(jobs)).not.toContain('j-8');
    expect(all).not.toHaveBeenCalled();
    viewing.abort();
  });

  // U03
  it('is shown, and says that nobody answers, where the background is silent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    vi.stubGlobal('navigator', storageNavigator());
    await addJob(aJob('kept'));
    const never: Send = () => new Promise(() => undefined);
    const store = createOutboxStore(never);
    const woken = wakeOutbox(store, never);
    await store.getState().load();
    expect(store.getState()).toMatchObject({ status: 'ready', error: null });
    expect(ids(store.getState().jobs)).toContain('kept');

    await vi.advanceTimersByTimeAsync(10_000);
    await woken;
    expect(store.getState().error?.code).toBe('message/no-receiver');
    vi.useRealTimers();
  });

  it('says nothing where the background answers', async () => {
    const prompt = (async () => null) as Send;
    const store = createOutboxStore(prompt);
    await wakeOutbox(store, prompt);
    expect(store.getState().error).toBeNull();
  });

  it('says that there is room again once pins have gone out', async () => {
    vi.stubGlobal('navigator', storageNavigator({ quota: 1000, usage: 1000 }));
    await addJob(aJob('goes out'));
    const store = createOutboxStore(vi.fn());
    await store.getState().load();
    const viewing = new AbortController();
    followJobs(store, viewing.signal);
    vi.stubGlobal('navigator', storageNavigator());
    await changeJob('goes out', (job) => ({ ...job, attempts: 1 }));

    await vi.waitFor(() => expect(store.getState().isFull).toBe(false));
    viewing.abort();
  });

  it('says what came back of emptied databases, also where it comes later, until that is read', async () => {
    vi.stubGlobal('navigator', storageNavigator());
    const store = createOutboxStore(vi.fn());
    const viewing = new AbortController();
    followJobs(store, viewing.signal);
    const back = { jobs: 3, drafts: 1, left: 0 };
    await broughtBack.setValue(back);
    await vi.waitFor(() => expect(store.getState().broughtBack).toEqual(back));
    viewing.abort();

    const later = createOutboxStore(vi.fn());
    await later.getState().load();
    expect(later.getState().broughtBack).toEqual(back);
    await later.getState().dismissBroughtBack();
    expect(await broughtBack.getValue()).toBeNull();
  });

  it('says when there is no room for more', async () => {
    vi.stubGlobal('navigator', storageNavigator({ quota: 1000, usage: 1000 }));
    const store = createOutboxStore(vi.fn());
    await store.getState().load();
    expect(store.getState()).toMatchObject({ isFull: true, status: 'ready' });
  });
});
