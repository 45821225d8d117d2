import { createStore } from 'zustand/vanilla';

import type { DailyBudget } from '../pinterest/daily-budget';
import { dailyBudget } from '../storage/items';
import { untilOf, type LanePause } from '../storage/lane-pause';
import { lanePauses } from '../storage/late-items';

export interface LanesState {
  /** Until when each rate category is paused, ms of UTC. */
  pauses: Record<string, number>;
  /** What is left of today's calls, by rate category. */
  budget: Record<string, DailyBudget>;
}

/** The store of what Pinterest holds back at this moment. */
export const createLanesStore = () => createStore<LanesState>(() => ({ pauses: {}, budget: {} }));

/** Shows pauses and budgets as they come and go, until `signal` aborts. */
export async function followLanes(store: LanesStore, signal: AbortSignal): Promise<void> {
  const ends = [
    lanePauses.watch((pauses) => store.setState({ pauses: endsOf(pauses) })),
    dailyBudget.watch((budget) => store.setState({ budget })),
  ];
  signal.addEventListener('abort', () => ends.forEach((end) => end()), { once: true });
  const pauses = endsOf(await lanePauses.getValue());
  store.setState({ pauses, budget: await dailyBudget.getValue() });
}

const endsOf = (pauses: Readonly<Record<string, LanePause>>) =>
  Object.fromEntries(
    Object.entries(pauses).map(([category, pause]) => [category, untilOf(pause, Date.now())]),
  );

export type LanesStore = ReturnType<typeof createLanesStore>;
