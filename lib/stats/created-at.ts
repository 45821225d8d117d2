import type { PinStats } from './types';

/** When a pin was made, in ms of UTC; Pinterest leaves the zone out. */
export function createdAtOf({ createdAt }: Pick<PinStats, 'createdAt'>): number {
  const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(createdAt) ? createdAt : `${createdAt}Z`);
  return Number.isNaN(time) ? 0 : time;
}
