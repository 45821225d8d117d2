import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import { clockOffset, dailyBudget } from '../storage/items';
import { watchLook, watchNews, watchSettings } from '../storage/late-items';
import { WATCH_ALARM } from './alarm';
import { isMet, USUAL_WATCH, watchSettingsOf, type WatchRule } from './rules';
import { ensureWatch, lookOnce, watchNumbers } from './run';
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

/** An account whose outbound clicks fell, and pins with 1,200 and 900 saves, which may grow. */
function fallingAccount() {
  const saves = new Map([
    ['11', 1200],
    ['12', 900],
  ]);
  const call = vi.fn(async (operation: string) =>
    operation === 'user_account/analytics'
      ? { all: { daily_metrics: daysOf([...week(10), ...week(4)]) } }
      : { pins: [...saves].map(([pin_id, SAVE]) => ({ pin_id, metrics: { SAVE } })) },
  );
  return { call, client: { call } as unknown as PinterestClient, saves };
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
    expect(isMet(falls, daysOf([...week(10), ...week(1)], 'ESTIMATE'))).toBeNull();
    expect(isMet(falls, daysOf(week(1)))).toBeNull();
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
  const passes: WatchRule = { kind: 'passes', metric: 'SAVE', value: 1000, isOn: true };

  it('tells once what it found, by two requests, and keeps no number of Pinterest’s', async () => {
    const { call, client, saves } = fallingAccount();
    await watchSettings.setValue({ ...USUAL_WATCH, isOn: true });
    await watchNumbers(client, 'me', NOW);
    saves.set('12', 1300);
    await watchNumbers(client, 'me', NOW + DAY_MS);
    await watchNumbers(client, 'me', NOW + 2 * DAY_MS);

    const news = await watchNews.getValue();
    expect(news.map(newsText)).toEqual([
      'A pin passed 1,000 Saves in 89 days',
      'Outbound clicks: down by 50% or more',
    ]);
    expect(news[0]).toMatchObject({ pinId: '12', accountId: 'me' });
    expect(JSON.stringify(news)).not.toContain('1300');
    expect(call).toHaveBeenCalledTimes(6);
  });

  it('tells nothing of pins that were above a number before it was asked for', async () => {
    const { client, saves } = fallingAccount();
    await watchSettings.setValue({ isOn: true, rules: [passes] });
    expect(await watchNumbers(client, 'me', NOW)).toMatchObject({
      found: 0,
      hasOlder: true,
    });
    expect(await watchNumbers(client, 'me', NOW + DAY_MS)).toMatchObject({
      found: 0,
      hasOlder: false,
    });

    await watchSettings.setValue({ isOn: true, rules: [passes, { ...passes, value: 500 }] });
    saves.set('13', 1500);
    expect(await watchNumbers(client, 'me', NOW + 2 * DAY_MS)).toEqual({
      found: 1,
      hasOlder: true,
      isUntold: false,
    });
    expect((await watchNews.getValue()).map(({ pinId }) => pinId)).toEqual(['13']);
  });

  it('tells a thing once where two rules are the same, by one request', async () => {
    const { call, client, saves } = fallingAccount();
    await watchSettings.setValue({ isOn: true, rules: [passes, passes] });
    await watchNumbers(client, 'me', NOW);
    saves.set('12', 1300);
    await watchNumbers(client, 'me', NOW + DAY_MS);
    expect(await watchNews.getValue()).toHaveLength(1);
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('says that weeks could not be told where Pinterest has not counted them to the end', async () => {
    const { client, call } = fallingAccount();
    await watchSettings.setValue({ isOn: true, rules: [falls] });
    call.mockImplementation(async () => ({
      all: {
        daily_metrics: [
          ...daysOf([...week(10), ...week(4)]).slice(0, -1),
          { date: '2026-03-19', data_status: 'PROCESSING', metrics: { OUTBOUND_CLICK: 0 } },
        ],
      },
    }));
    expect(await watchNumbers(client, 'me', NOW)).toMatchObject({ found: 0, isUntold: true });
  });

  it('asks for days of Pinterest’s clock, whatever this computer’s says', async () => {
    const { client, call } = fallingAccount();
    await watchSettings.setValue({ isOn: true, rules: [falls, passes] });
    await clockOffset.setValue(3 * DAY_MS);
    await watchNumbers(client, 'me', NOW);
    const asked = call.mock.calls.map((each) => (each as unknown[])[1]);
    expect(asked).toMatchObject([
      { start_date: '2026-03-08', end_date: '2026-03-21' },
      { start_date: '2025-12-24', end_date: '2026-03-22' },
    ]);
    await clockOffset.removeValue();
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
    await lookOnce(async () => ({ client, accountId: 'me' }), NOW);
    expect(call).not.toHaveBeenCalled();
    expect(await watchLook.getValue()).toMatchObject({
      error: { code: 'api/rate-limited', data: { retryAfterMs: 60_000 } },
    });
    await watchNumbers(client, 'me', resetAt);
    expect(call).toHaveBeenCalled();
  });

  it('says why it could not look, whoever is signed in, and no more of it once it could', async () => {
    const { client } = fallingAccount();
    await watchSettings.setValue({ ...USUAL_WATCH, isOn: true });
    await lookOnce(() => Promise.reject(new AppError('auth/signed-out', undefined)), NOW);
    expect(await watchLook.getValue()).toMatchObject({
      at: NOW,
      accountId: '',
      error: { code: 'auth/signed-out' },
    });
    const call = () => Promise.reject(new AppError('api/trial-access', undefined));
    const refused = { call } as unknown as PinterestClient;
    await lookOnce(async () => ({ client: refused, accountId: 'me' }), NOW);
    expect(await watchLook.getValue()).toMatchObject({
      accountId: 'me',
      error: { code: 'api/trial-access' },
    });
    await lookOnce(async () => ({ client, accountId: 'me' }), NOW + 1);
    expect(await watchLook.getValue()).toEqual({
      at: NOW + 1,
      accountId: 'me',
      error: null,
      found: 1,
      hasOlder: true,
      isUntold: true, // it has no impressions to tell the third rule by
    });
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
