import { createStore } from 'zustand/vanilla';

import type { BoardChoice } from '../drafts/types';
import { toAppError, type AppError } from '../errors';
import type { Send } from '../messages/create-send';
import type { BatchAct, JobAnswer } from '../messages/protocol';
import { listJobsInParts, listNewestJobs, listOpenJobs, readJob } from '../outbox/store';
import type { Job } from '../outbox/types';
import type { When } from '../outbox/when';
import { watchChanges } from '../storage/changes';
import { broughtBack, type BroughtBack } from '../storage/late-items';
import { freeBytes } from '../storage/space';
import { drawn } from './drawn';

export interface OutboxState {
  status: 'loading' | 'ready' | 'failed';
  /** Newest first. */
  jobs: readonly Job[];
  /** Keys of rows that could not be read; they are kept. */
  unreadable: readonly string[];
  /** No room is left for more pins. */
  isFull: boolean;
  /** What came back after the browser had emptied the databases, until the person has read of it. */
  broughtBack: BroughtBack | null;
  error: AppError | null;
  /** Reads the rows straight from disk: the list is there even where the worker does not answer. */
  load(): Promise<void>;
  /** Reads these rows again, and no others. */
  reread(ids: readonly string[]): Promise<void>;
  undo(jobId: string): Promise<void>;
  cancel(jobId: string): Promise<void>;
  retry(jobId: string, board?: BoardChoice): Promise<void>;
  /** Does one thing to several; what is too late for one of them leaves that one as it is. Gives how many it was done to. */
  batch(jobIds: readonly string[], act: BatchAct, board?: BoardChoice): Promise<number>;
  /** Makes a draft of it again, on the page that it came from. */
  edit(jobId: string): Promise<void>;
  /** Says what the person saw on the board, or that a pin is to stay there. */
  resolve(jobId: string, answer: JobAnswer): Promise<void>;
  /** Gives jobs that were not sent yet another time. */
  schedule(jobIds: string[], when: When): Promise<void>;
  clearEnded(): Promise<void>;
  /** The person has read what came back. */
  dismissBroughtBack(): Promise<void>;
  dismissError(): void;
}

/**
 * The store of all pins on their way.
 * @param which `open` where only those are shown for which something is left to be done: that costs what is open
 */
export function createOutboxStore(ask: Send, which: 'all' | 'open' = 'all') {
  let loading = 0;
  const missed = new Set<string>();
  return createStore<OutboxState>((set, get) => {
    const run = async <Result>(action: () => Promise<Result>) => {
      try {
        return await action();
      } catch (error) {
        set({ error: toAppError(error) });
        return null;
      }
    };
    return {
      status: 'loading',
      jobs: [],
      unreadable: [],
      isFull: false,
      broughtBack: null,
      error: null,
      async load() {
        try {
          // Ten thousand rows take their time; those that are seen first do not.
          loading += 1;
          if (get().status === 'loading' && which === 'all') {
            set({ jobs: await listNewestJobs(FIRST) });
            await drawn();
          }
          const { jobs, unreadable } = await (which === 'all'
            ? listJobsInParts(aMoment)
            : openOnes());
          set({ jobs, unreadable, status: 'ready', error: null });
          // The list waits for neither.
          set({ isFull: await isDiskFull(), broughtBack: await broughtBack.getValue() });
        } catch (error) {
          set({ error: toAppError(error), status: 'failed' });
        } finally {
          loading -= 1;
        }
        const again = [...missed];
        missed.clear();
        if (again.length > 0) await get().reread(again);
      },
      async reread(ids) {
        // What is being read in parts may be from before: these rows are read once more after it.
        if (loading > 0) for (const id of ids) missed.add(id);
        const read = await Promise.all(ids.map((id) => readJob(id).catch(() => undefined)));
        set(({ jobs }) => ({ jobs: withRows(jobs, ids, read) }));
        if (which === 'all') set({ isFull: await isDiskFull() }); // pins that went out made room
      },
      undo: async (jobId) => void (await run(() => ask('job/undo', { jobId }))),
      cancel: async (jobId) => void (await run(() => ask('job/cancel', { jobId }))),
      retry: async (jobId, board) =>
        void (await run(() => ask('job/retry', { jobId, ...(board ? { board } : {}) }))),
      batch: async (jobIds, act, board) =>
        (await run(() =>
          ask('job/batch', { jobIds: [...jobIds], act, ...(board ? { board } : {}) }),
        )) ?? 0,
      edit: async (jobId) => void (await run(() => ask('job/edit', { jobId }))),
      resolve: async (jobId, answer) =>
        void (await run(() => ask('job/resolve', { jobId, answer }))),
      schedule: async (jobIds, when) =>
        void (await run(() => ask('job/schedule', { jobIds, when }))),
      async clearEnded() {
        await run(() => ask('job/clear', {}));
        await get().load();
      },
      async dismissBroughtBack() {
        await broughtBack.removeValue();
        set({ broughtBack: null });
      },
      dismissError: () => set({ error: null }),
    };
  });
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;

const isDiskFull = async () => (await freeBytes().catch(() => null)) === 0;

/** Lets the view draw what it has. */
const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** How many rows a view shows before it has read all. */
const FIRST = 30;

const openOnes = async () => ({
  jobs: (await listOpenJobs()).toSorted(newestFirst),
  unreadable: [],
});

const newestFirst = (one: Job, other: Job) => other.queuedAt - one.queuedAt;

/** Puts the rows that were read again in the places of those that were there; a gone one is left out. */
function withRows(
  jobs: readonly Job[],
  ids: readonly string[],
  read: readonly (Job | undefined)[],
): readonly Job[] {
  const changed = new Map(ids.map((id, index) => [id, read[index]]));
  const known = new Set<string>();
  const kept = jobs.flatMap((job) => {
    if (!changed.has(job.id)) return [job];
    known.add(job.id);
    return changed.get(job.id) ?? [];
  });
  const added = read.filter((job) => job !== undefined && !known.has(job.id)) as Job[];
  return added.length === 0 ? kept : [...added, ...kept].toSorted(newestFirst);
}

/** News that come together are read together, ms: each time, a long list is gone through. */
const GATHER_MS = 100;
const GATHER_MOST_MS = 2000;
/** Where reading and drawing took long, the next news are gathered for so many times as long: the runner works meanwhile. */
const REST = 3;
/** More rows than this are read faster all at once. */
const MANY_ROWS = 500;

/** Reads a row again whenever it is written, until `signal` aborts. */
export function followJobs(store: OutboxStore, signal: AbortSignal): void {
  const changed = new Set<string>();
  let gathering: Promise<void> | null = null;
  let gatherMs = GATHER_MS;
  const readNews = async () => {
    while (changed.size > 0 && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, gatherMs));
      const ids = [...changed];
      changed.clear();
      const begun = performance.now();
      const { load, reread } = store.getState();
      await (ids.length > MANY_ROWS ? load() : reread(ids));
      await drawn();
      const took = performance.now() - begun;
      gatherMs = Math.min(GATHER_MOST_MS, Math.max(GATHER_MS, REST * took));
    }
  };
  watchChanges(({ kind, id }) => {
    if (kind !== 'job') return;
    changed.add(id);
    gathering ??= readNews().finally(() => (gathering = null));
  }, signal);
  // A view that the browser opens along with itself is there before what was lost is back.
  const unwatch = broughtBack.watch((back) => store.setState({ broughtBack: back }));
  signal.addEventListener('abort', unwatch, { once: true });
}
