import { dailyBudget, siteLanes } from '../storage/items';
import { currentBudgets } from '../storage/lane-pause';
import type { AccountStore } from './account';

/**
 * Shows what is left of the day's calls, and what was said of sites, as pins are made elsewhere, until `signal` aborts: for a
 * view whose account store reads both.
 */
export function followDay(store: AccountStore, signal: AbortSignal): void {
  const stops = [
    dailyBudget.watch((kept) => store.setState({ budget: currentBudgets(kept, Date.now()) })),
    siteLanes.watch((sites) => store.setState({ sites })),
  ];
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()), { once: true });
}
