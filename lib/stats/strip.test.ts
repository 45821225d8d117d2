import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import type { Send } from '../messages/create-send';
import type { PinterestClient } from '../pinterest/client';
import { forgetReplies } from './kept';
import { dateOf, datesOf, lastDays } from './periods';
import { readForStats } from './serve';
import { loadStrip, type StripFigure } from './strip';

const DAY_MS = 86_400_000;

/** An account with 10 impressions a day, and 20 a day in the last 30. */
function makeClient() {
  const call = vi.fn(
    async (_: string, { start_date: from, end_date: to }: Record<string, string>) => {
      const firstNew = lastDays(30, Date.now()).from;
      const daily_metrics = datesOf({ from: from!, to: to! }).map((date) => ({
        date,
        data_status: date === dateOf(Date.now() - DAY_MS) ? 'ESTIMATE' : 'READY',
        metrics: { IMPRESSION: date >= firstNew ? 20 : 10 },
      }));
      return { all: { daily_metrics } };
    },
  );
  const client = { call } as unknown as PinterestClient;
  const ask = (async (_: string, what: never) => readForStats(client, what)) as unknown as Send;
  return { call, ask, client };
}

describe('the strip', () => {
  beforeEach(() => vi.useRealTimers());

  it('shows sums, changes and days by one request, and by none where the session has it', async () => {
    const { call, ask } = makeClient();
    const shown: StripFigure[][] = [];
    await loadStrip(ask, ['IMPRESSION', 'SAVE'], (figures) => shown.push(figures));

    expect(call).toHaveBeenCalledTimes(1);
    expect(shown).toHaveLength(1);
    expect(shown[0]![0]).toMatchObject({ total: 600, change: 1, openTail: 1 });
    expect(shown[0]![1]).toMatchObject({ total: null, change: null });

    await loadStrip(ask, ['IMPRESSION'], (figures) => shown.push(figures));
    expect(call).toHaveBeenCalledTimes(1);
    expect(shown.map(([first]) => first?.total)).toEqual([600, 600]); // at once, and nobody was asked
  });

  it('shows what the session holds at once though it is old, and then what is new', async () => {
    const { call, ask } = makeClient();
    const shown: string[] = [];
    await loadStrip(ask, ['IMPRESSION'], () => shown.push('first'));
    const { session } = browser.storage;
    const kept = Object.entries(await session.get<Record<string, { readAt: number }>>(null));
    const anHourAgo = { readAt: Date.now() - 3_600_000 };
    await session.set(
      Object.fromEntries(kept.map(([key, reply]) => [key, { ...reply, ...anHourAgo }])),
    );
    const old = (async (_: string, what: never) => {
      shown.push('asked');
      return readForStats(makeClient().client, what);
    }) as unknown as Send;
    await loadStrip(old, ['IMPRESSION'], () => shown.push('drawn'));

    expect(shown).toEqual(['first', 'drawn', 'asked', 'drawn']);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing of another account', async () => {
    const { call, ask } = makeClient();
    await loadStrip(ask, ['IMPRESSION'], () => undefined);
    await browser.storage.session.set({ other: 1 });
    await forgetReplies();
    await loadStrip(ask, ['IMPRESSION'], () => undefined);

    expect(call).toHaveBeenCalledTimes(2);
    expect(await browser.storage.session.get('other')).toEqual({ other: 1 });
  });

  it('reads nothing but numbers', async () => {
    const { client, call } = makeClient();
    const ask = { operation: 'pins/delete' as never, input: { pin_id: '1' }, refresh: false };
    await expect(readForStats(client, ask)).rejects.toMatchObject({ code: 'message/refused' });
    expect(call).not.toHaveBeenCalled();
  });

  it('asks again where the session has no more room, and answers all the same', async () => {
    const { client, call } = makeClient();
    vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('quota'));
    const ask = {
      operation: 'user_account/analytics' as const,
      input: { start_date: '2026-01-01', end_date: '2026-01-02' },
      refresh: false,
    };
    expect((await readForStats(client, ask)).reply).toHaveProperty('all');
    await readForStats(client, ask);
    expect(call).toHaveBeenCalledTimes(2);
  });
});
