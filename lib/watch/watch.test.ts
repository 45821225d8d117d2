import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import type { PinterestClient } from '../pinterest/client';
import { dailyBudget } from '../storage/items';
import { watchNews, watchSettings } from '../storage/late-items';
import { WATCH_ALARM } from './alarm';
import { isMet, USUAL_WATCH, watchSettingsOf, type WatchRule } from './rules';
import { ensureWatch, watchNumbers } from './run';
import { newsText } from './words';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 2, 20, 8);
const falls: WatchRule = { kind: 'falls', metric: 'OUTBOUND_CLICK', share: 0.5, isOn: true };
const daysOf = (values: number[], status = 'READY') =>
  values.map((OUTBOUND_CLICK, index) => ({
    date: new Date(NOW - (values.length - index) * DAY_MS).toISOString().slice(0, 10),
    data_status: status,
    metrics: { OUTBOUND_CLICK },
  }));
const week = (value: number) => Array.from({ length: 7 }, () => value);

/** An account whose outbound clicks fell, and two pins with 1,200 and 900 saves. */
function fallingAccount() {
  const call = vi.fn(async (operation: string) =>
    operation === 'user_account/analytics'
      ? { all: { daily_metrics: daysOf([...week(10), ...week(4)]) } }
      : {
          pins: [
            { pin_id: '11', metrics: { SAVE: 1200 } },
            { pin_id: '12', metrics: { SAVE: 900 } },
          ],
        },
  );
  return { call, client: { call } as unknown as PinterestClient };
}

describe('a rule', () => {
  it('holds where a week is so much less than the one before', () => {
    expect(isMet(falls, daysOf([...week(10), ...week(5)]))).toBe(true);
    expect(isMet(falls, daysOf([...week(10), ...week(6)]))).toBe(false);
    expect(isMet({ ...falls, kind: 'rises', share: 1 }, daysOf([...week(5), ...week(10)]))).toBe(
      true,
    );
  });

  it('says nothing of days that are not final, not there, or were nothing before', () => {
    expect(isMet(falls, daysOf([...week(10), ...week(1)], 'ESTIMATE'))).toBe(false);
    expect(isMet(falls, daysOf(week(1)))).toBe(false);
    expect(isMet(falls, daysOf([...week(0), ...week(0)]))).toBe(false);
  });

  it('is as it was at first where what is stored is none', () => {
    expect(watchSettingsOf({ isOn: true, rules: [{ kind: 'falls', metric: 'X' }] })).toEqual(
      USUAL_WATCH,
    );
    expect(watchSettingsOf({ isOn: true, rules: [falls] })).toEqual({ isOn: true, rules: [falls] });
  });
});

describe('watching', () => {
  it('tells once what it found, by two requests, and keeps no number of Pinterest’s', async () => {
    const { call, client } = fallingAccount();
    await watchSettings.setValue({ ...USUAL_WATCH, isOn: true });
    await watchNumbers(client, 'me', NOW);
    await watchNumbers(client, 'me', NOW + DAY_MS);

    const news = await watchNews.getValue();
    expect(news.map(newsText)).toEqual([
      'Outbound clicks: down by 50% or more',
      'A pin passed 1,000 Saves',
    ]);
    expect(news[1]).toMatchObject({ pinId: '11', accountId: 'me' });
    expect(JSON.stringify(news)).not.toContain('1200');
    expect(call).toHaveBeenCalledTimes(4);
  });

  it('tells of a fall that goes on again after a week', async () => {
    const { client } = fallingAccount();
    await watchSettings.setValue({ isOn: true, rules: [falls] });
    for (const day of [0, 3, 7]) await watchNumbers(client, 'me', NOW + day * DAY_MS);
    expect(await watchNews.getValue()).toHaveLength(2);
  });

  it('asks nothing where it is off, or where the day’s calls run short', async () => {
    const { call, client } = fallingAccount();
    await watchNumbers(client, 'me', NOW);
    await watchSettings.setValue({ ...USUAL_WATCH, isOn: true });
    const resetAt = NOW + 60_000;
    await dailyBudget.setValue({ org_analytics: { limit: 1000, remaining: 20, resetAt } });
    await watchNumbers(client, 'me', NOW);
    expect(call).not.toHaveBeenCalled();
    await watchNumbers(client, 'me', resetAt);
    expect(call).toHaveBeenCalled();
  });

  it('has an alarm while it is on, and none else', async () => {
    await watchSettings.setValue({ ...USUAL_WATCH, isOn: true });
    await ensureWatch();
    expect(await browser.alarms.get(WATCH_ALARM)).toMatchObject({ periodInMinutes: 1440 });
    await watchSettings.setValue(USUAL_WATCH);
    await ensureWatch();
    expect(await browser.alarms.get(WATCH_ALARM)).toBeUndefined();
  });
});
