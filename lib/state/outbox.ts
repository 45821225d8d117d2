import { createStore } from 'zustand/vanilla';

import type { BoardChoice } from '../drafts/types';
import { toAppError, type AppError } from '../errors';
import type { Send } from '../messages/create-send';
import { listJobs } from '../outbox/store';
import type { Job } from '../outbox/types';
import type { When } from '../outbox/when';
import { watchChanges } from '../storage/changes';

export interface OutboxState {
  status: 'loading' | 'ready' | 'failed';
  /** Newest first. */
  jobs: Job[];
  /** How many rows could not be read; they are kept. */
  unreadable: number;
  error: AppError | null;
  /** Reads the rows straight from disk: the list is there even where the worker does not answer. */
  load(): Promise<void>;
  undo(jobId: string): Promise<void>;
  cancel(jobId: string): Promise<void>;
  retry(jobId: string, board?: BoardChoice): Promise<void>;
  /** Makes a draft of it again, on the page that it came from. */
  edit(jobId: string): Promise<void>;
  /** Says what the person saw on the board. */
  resolve(jobId: string, found: boolean): Promise<void>;
  /** Gives jobs that were not sent yet another time. */
  schedule(jobIds: string[], when: When): Promise<void>;
  clearEnded(): Promise<void>;
}

/** The store of all pins on their way. */
export function createOutboxStore(ask: Send) {
  return createStore<OutboxState>((set) => {
    const run = async (action: () => Promise<unknown>) => {
      try {
        await action();
      } catch (error) {
        set({ error: toAppError(error) });
      }
    };
    return {
      status: 'loading',
      jobs: [],
      unreadable: 0,
      error: null,
      async load() {
        try {
          const { jobs, unreadable } = await listJobs();
          set({ jobs, unreadable: unreadable.length, status: 'ready' });
        } catch (error) {
          set({ error: toAppError(error), status: 'failed' });
        }
      },
      undo: (jobId) => run(() => ask('job/undo', { jobId })),
      cancel: (jobId) => run(() => ask('job/cancel', { jobId })),
      retry: (jobId, board) => run(() => ask('job/retry', { jobId, ...(board ? { board } : {}) })),
      edit: (jobId) => run(() => ask('job/edit', { jobId })),
      resolve: (jobId, found) => run(() => ask('job/resolve', { jobId, found })),
      schedule: (jobIds, when) => run(() => ask('job/schedule', { jobIds, when })),
      clearEnded: () => run(() => ask('job/clear', {})),
    };
  });
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;

/** Loads again whenever a job's row is written, until `signal` aborts. */
export function followJobs(store: OutboxStore, signal: AbortSignal): void {
  watchChanges(({ kind }) => {
    if (kind === 'job') void store.getState().load();
  }, signal);
}
