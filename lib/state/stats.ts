import { createStore } from 'zustand/vanilla';

import { toAppError, type AppError } from '../errors';
import type { Send } from '../messages/create-send';
import type { PinStats, StatsSummary } from '../stats/types';
import { recentPins, statsSummary } from '../storage/items';

export interface StatsState {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  summary: StatsSummary | null;
  pinsStatus: 'idle' | 'loading' | 'ready' | 'failed';
  pins: PinStats[];
  error: AppError | null;
  pinsError: AppError | null;
  /** Shows what the session holds at once, then asks. At most one request to Pinterest. */
  loadSummary(): Promise<void>;
  loadPins(): Promise<void>;
  refresh(): Promise<void>;
}

/** How many days the numbers cover. */
export const STATS_DAYS = 30;

/** The store of the account's numbers and the recent pins. */
export function createStatsStore(ask: Send) {
  return createStore<StatsState>((set, get) => {
    const loadSummary = async (refresh: boolean) => {
      const kept = await statsSummary.getValue();
      set(
        kept ? { summary: kept, status: 'ready', error: null } : { status: 'loading', error: null },
      );
      try {
        const summary = await ask('stats/summary', { days: STATS_DAYS, refresh });
        set({ summary, status: 'ready' });
      } catch (error) {
        set({ error: toAppError(error), status: get().summary ? 'ready' : 'failed' });
      }
    };
    const loadPins = async (refresh: boolean) => {
      const kept = await recentPins.getValue();
      set(
        kept
          ? { pins: kept.pins, pinsStatus: 'ready', pinsError: null }
          : { pinsStatus: 'loading', pinsError: null },
      );
      try {
        set({ pins: await ask('stats/recent-pins', { refresh }), pinsStatus: 'ready' });
      } catch (error) {
        set({
          pinsError: toAppError(error),
          pinsStatus: get().pins.length > 0 ? 'ready' : 'failed',
        });
      }
    };
    return {
      status: 'idle',
      summary: null,
      pinsStatus: 'idle',
      pins: [],
      error: null,
      pinsError: null,
      loadSummary: () => loadSummary(false),
      loadPins: () => loadPins(false),
      async refresh() {
        await Promise.all([loadSummary(true), loadPins(true)]);
      },
    };
  });
}

export type StatsStore = ReturnType<typeof createStatsStore>;
