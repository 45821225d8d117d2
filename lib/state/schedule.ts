import { createStore } from 'zustand/vanilla';

import { AppError, toAppError } from '../errors';
import type { Send } from '../messages/create-send';
import { readSchedule, type ScheduleSettings } from '../outbox/schedule-settings';

export interface ScheduleState {
  /** What is kept; null until it was read. */
  saved: ScheduleSettings | null;
  error: AppError | null;
  load(): Promise<void>;
  /** Keeps what the person chose; true where it was kept. */
  save(settings: ScheduleSettings): Promise<boolean>;
}

/** The store of when pins go out. */
export function createScheduleStore(ask: Send) {
  return createStore<ScheduleState>((set) => ({
    saved: null,
    error: null,
    async load() {
      try {
        const { settings, isUnreadable } = await readSchedule();
        const error = isUnreadable ? new AppError('storage/unreadable', { key: 'schedule' }) : null;
        set({ saved: settings, error });
      } catch (error) {
        set({ error: toAppError(error) });
      }
    },
    async save(settings) {
      try {
        await ask('schedule/save', settings);
        set({ saved: settings, error: null });
        return true;
      } catch (error) {
        set({ error: toAppError(error) });
        return false;
      }
    },
  }));
}

export type ScheduleStore = ReturnType<typeof createScheduleStore>;
