import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { accountQuestion, USUAL_DAYS } from '../../lib/stats/account-question';
import { keptReply } from '../../lib/stats/kept';
import { lastDays, periodBefore } from '../../lib/stats/periods';
import { readAhead, readKept } from '../../lib/stats/read';
import { MARCH_10 } from '../../test/stats-view';
import { usePinterestNow } from './use-stats';

const Day = () => <output>{new Date(usePinterestNow() ?? 0).toISOString()}</output>;
const shownDay = () => screen.getByRole('status').textContent.slice(0, 10);

const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the day of a view of numbers', () => {
  it('goes on with the day of UTC while the view stays open, and stands still in between', async () => {
    vi.useFakeTimers({ now: MARCH_10, toFake: ['Date', 'setInterval', 'clearInterval'] });
    render(<Day />);
    await vi.waitFor(() => expect(shownDay()).toBe('2026-03-10'));
    const opened = screen.getByRole('status').textContent;

    await wait(3 * 3_600_000);
    expect(screen.getByRole('status').textContent).toBe(opened);
    await wait(10 * 3_600_000);
    await vi.waitFor(() => expect(shownDay()).toBe('2026-03-11'));
  });

  it('is looked for as the view comes to the front again', async () => {
    vi.useFakeTimers({ now: MARCH_10, toFake: ['Date', 'setInterval', 'clearInterval'] });
    render(<Day />);
    await vi.waitFor(() => expect(shownDay()).toBe('2026-03-10'));
    vi.setSystemTime(MARCH_10 + 3 * 86_400_000); // the computer slept
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(shownDay()).toBe('2026-03-13'));
  });
});

describe('what is read ahead of the view', () => {
  const operation = 'user_account/analytics';
  const questionAt = (now: number) => {
    const period = lastDays(USUAL_DAYS, now);
    return accountQuestion(period, periodBefore(period, now));
  };
  const reply = { readAt: MARCH_10, reply: { all: {} } };

  it('answers the first question of the account’s usual days, and no later one', async () => {
    vi.useFakeTimers({ now: MARCH_10, toFake: ['Date'] });
    const question = questionAt(MARCH_10);
    await keptReply(operation, question).setValue(reply);
    await readAhead();
    await browser.storage.session.clear();
    expect(await readKept(operation, question)).toEqual(reply);
    expect(await readKept(operation, question)).toBeNull();
  });

  it('answers no other question, and none that comes late', async () => {
    vi.useFakeTimers({ now: MARCH_10, toFake: ['Date'] });
    const question = questionAt(MARCH_10);
    for (const [asked, lateMs] of [
      [questionAt(MARCH_10 - 86_400_000), 0],
      [question, 5000],
    ] as const) {
      await keptReply(operation, question).setValue(reply);
      await readAhead();
      await browser.storage.session.clear();
      vi.setSystemTime(Date.now() + lateMs);
      expect(await readKept(operation, asked)).toBeNull();
    }
  });
});
