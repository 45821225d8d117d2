import { describe, expect, it } from 'vitest';

import { isBeforeCounting, withoutUncounted } from './old-pins';
import { dailyOf, totalOf } from './tables';

describe('a pin that is older than what Pinterest counts', () => {
  it('is one of before 20 March 2023, UTC, whose day is known', () => {
    const times = ['2023-03-19T23:59:59Z', '2023-03-20T00:00:00Z'].map((text) => Date.parse(text));
    expect([...times, 0].map(isBeforeCounting)).toEqual([true, false, false]);
  });

  it('has no zero of what was not counted, and keeps all other numbers', () => {
    const metrics = { IMPRESSION: 0, PROFILE_VISIT: 0, USER_FOLLOW: 2 };
    const table = withoutUncounted({
      daily_metrics: [{ date: '2026-03-01', data_status: 'READY', metrics }],
      summary_metrics: metrics,
      lifetime_metrics: { TOTAL_COMMENTS: 0, TOTAL_REACTIONS: 3 },
    });
    const day = { from: '2026-03-01', to: '2026-03-01' };
    const names = ['IMPRESSION', 'PROFILE_VISIT', 'USER_FOLLOW'];

    expect(names.map((name) => dailyOf(table, name, day)[0])).toEqual([0, null, 2]);
    expect(names.map((name) => totalOf(table, name))).toEqual([0, null, 2]);
    expect(['TOTAL_COMMENTS', 'TOTAL_REACTIONS'].map((name) => totalOf(table, name))).toEqual([
      null,
      3,
    ]);
    expect(withoutUncounted({})).toEqual({});
  });
});
