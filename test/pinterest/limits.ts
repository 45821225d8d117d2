import type { Category } from './operations.ts';

/** Calls per minute, user and app, of an app with Standard access. */
export type Quotas = Record<Category, number>;

export const standardQuotas: Quotas = {
  org_read: 1000,
  org_write: 100,
  org_analytics: 60,
  ads_read: 1000,
  ads_analytics: 300,
};

/** Calls per day of an app with Trial access. */
export const trialQuotas: Quotas = {
  org_read: 1000,
  org_write: 300,
  org_analytics: 1000,
  ads_read: 1000,
  ads_analytics: 1000,
};

const perSecond = 100;

interface Window {
  start: number;
  used: number;
}

export interface Verdict {
  allowed: boolean;
  headers: Record<string, string>;
}

/** Counts calls in windows of a second and a minute, and says so in Pinterest's structured headers. */
export class Limits {
  /** How many calls were refused. */
  refused = 0;
  private readonly windows = new Map<string, Window>();
  private readonly quotas: Quotas;

  constructor(quotas: Partial<Quotas> = {}) {
    this.quotas = { ...standardQuotas, ...quotas };
  }

  clear(): void {
    this.windows.clear();
    this.refused = 0;
  }

  /** Counts one call of a user and tells whether it is still within the limits; those of a trial app are by the day. */
  count(user: string, category: Category, access: 'standard' | 'trial', now = Date.now()): Verdict {
    const isTrial = access === 'trial';
    const quota = isTrial ? trialQuotas[category] : this.quotas[category];
    const length = isTrial ? 86_400_000 : 60_000;
    const burst = Math.max(perSecond, quota > standardQuotas[category] ? quota : 0);
    const windows = [
      { window: this.window(`${user} second`, 1000, now), limit: burst, length: 1000 },
      { window: this.window(`${user} ${category} ${length}`, length, now), limit: quota, length },
    ];
    const allowed = windows.every(({ window, limit }) => window.used < limit);
    if (allowed) for (const { window } of windows) window.used += 1;
    else this.refused += 1;
    // What is left is told of the window that the first number names: the longer one, unless the burst is over.
    const told = (
      allowed ? windows[1] : windows.find(({ window, limit }) => window.used >= limit)
    )!;
    const reset = Math.ceil((told.window.start + told.length - now) / 1000);
    return {
      allowed,
      headers: {
        'x-ratelimit-limit': `${told.limit}, ${burst};w=1;name="safety_net_app_id_user_id", ${quota};w=${length / 1000};name="${category}_app_id_user_id"`,
        'x-ratelimit-remaining': String(Math.max(0, told.limit - told.window.used)),
        'x-ratelimit-reset': String(Math.max(1, reset)),
      },
    };
  }

  private window(key: string, length: number, now: number): Window {
    const known = this.windows.get(key);
    if (known && now - known.start < length) return known;
    const window = { start: now, used: 0 };
    this.windows.set(key, window);
    return window;
  }
}
