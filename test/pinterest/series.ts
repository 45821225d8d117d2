import { unit } from './random.ts';
import type { Account, Pin } from './types.ts';

export const dayMs = 86_400_000;

/** The counted events of one day. */
export interface Counts {
  IMPRESSION: number;
  SAVE: number;
  PIN_CLICK: number;
  OUTBOUND_CLICK: number;
  USER_FOLLOW: number;
  PROFILE_VISIT: number;
  VIDEO_START: number;
}

/** How many of an average day's views fall on each day of the week, from Sunday. */
const rhythm = [1.22, 0.94, 0.9, 0.92, 0.96, 0.98, 1.08];

/** Gives the start of the day, UTC, that a time falls in. */
export function dayOf(at: number): number {
  return Math.floor(at / dayMs) * dayMs;
}

/** Gives an account's numbers of one day (its start, UTC); the same for the same account and day always. */
export function accountDay(account: Account, day: number): Counts {
  const trend = 1 + 0.0035 * (((day - Date.UTC(2026, 0, 1)) / dayMs) % 400) * 0.5;
  return counts(`account ${account.username}`, day, account.weight * trend);
}

/** Gives a pin's numbers of one day: many at first, fewer with its age, none before it was made. */
export function pinDay(pin: Pin, day: number): Counts {
  const age = (day - dayOf(pin.createdAt)) / dayMs;
  if (age < 0) return zero;
  const liking = 4 + 120 * unit(`liking ${pin.id}`) ** 3;
  const decay = 0.15 + Math.exp(-age / 25) * Math.min(1, (age + 1) / 3);
  return counts(`pin ${pin.id}`, day, liking * decay * 4);
}

const zero: Counts = {
  IMPRESSION: 0,
  SAVE: 0,
  PIN_CLICK: 0,
  OUTBOUND_CLICK: 0,
  USER_FOLLOW: 0,
  PROFILE_VISIT: 0,
  VIDEO_START: 0,
};

function counts(key: string, day: number, base: number): Counts {
  const noise = (name: string) => 0.8 + 0.4 * unit(`${key} ${name} ${day}`);
  const weekly = rhythm[new Date(day).getUTCDay()] ?? 1;
  const views = Math.round(base * weekly * noise('IMPRESSION'));
  const share = (name: string, rate: number) =>
    Math.min(views, Math.floor(views * rate * noise(name) + unit(`${key} ${name} rest ${day}`)));
  return {
    IMPRESSION: views,
    SAVE: share('SAVE', 0.026),
    PIN_CLICK: share('PIN_CLICK', 0.041),
    OUTBOUND_CLICK: share('OUTBOUND_CLICK', 0.018),
    USER_FOLLOW: share('USER_FOLLOW', 0.001),
    PROFILE_VISIT: share('PROFILE_VISIT', 0.004),
    VIDEO_START: share('VIDEO_START', 0.6),
  };
}

/** Gives how many people reacted to a pin and commented on it since it was made. */
export function reactionsOf(pin: Pin): { TOTAL_COMMENTS: number; TOTAL_REACTIONS: number } {
  const age = Math.max(0, (Date.now() - pin.createdAt) / dayMs);
  const known = Math.min(1, age / 60);
  return {
    TOTAL_COMMENTS: Math.floor(6 * unit(`comments ${pin.id}`) ** 2 * known),
    TOTAL_REACTIONS: Math.floor(40 * unit(`reactions ${pin.id}`) ** 2 * known),
  };
}

/** Gives a pin's numbers as its own `pin_metrics` shows them: of 90 days, and of all its life. */
export function lifetimeOf(pin: Pin) {
  const today = dayOf(Date.now());
  const sum = (days: number) => {
    const total = { pin_click: 0, impression: 0, clickthrough: 0 };
    const start = Math.max(dayOf(pin.createdAt), today - days * dayMs);
    for (let day = start; day < today; day += dayMs) {
      const { IMPRESSION, PIN_CLICK, OUTBOUND_CLICK } = pinDay(pin, day);
      total.impression += IMPRESSION;
      total.pin_click += PIN_CLICK;
      total.clickthrough += OUTBOUND_CLICK;
    }
    return total;
  };
  const { TOTAL_COMMENTS, TOTAL_REACTIONS } = reactionsOf(pin);
  const lifetime = { ...sum(1000), reaction: TOTAL_REACTIONS, comment: TOTAL_COMMENTS };
  return { '90d': sum(90), lifetime_metrics: lifetime };
}
