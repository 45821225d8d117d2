import { describe, expect, it } from 'vitest';

import { adPeriod, adSheet, columnsOf } from './ads';
import { daysOf } from './periods';

const NOW = Date.UTC(2026, 2, 20, 23, 59);

describe('numbers of ads', () => {
  it('are asked for inside what Pinterest has: hours reach 8 days back, and a report of hours has 3 days', () => {
    const long = { from: '2025-01-01', to: '2026-03-19' };
    expect(adPeriod(long, 'DAY', NOW)).toEqual({ from: '2025-12-21', to: '2026-03-19' });
    expect(adPeriod(long, 'HOUR', NOW)).toEqual({ from: '2026-03-13', to: '2026-03-19' });
    expect(daysOf(adPeriod(long, 'HOUR', NOW, true))).toBe(3);
  });

  it('are shown with every column that came, and a gap where one is missing', () => {
    const rows = [
      { AD_ACCOUNT_ID: '5', DATE: '2026-03-18', SPEND_IN_DOLLAR: 1.5, NEW_COLUMN: 'x' },
      { AD_ACCOUNT_ID: '5', DATE: '2026-03-19', SPEND_IN_DOLLAR: null },
    ];
    expect(adSheet(rows, ['SPEND_IN_DOLLAR', 'CTR'])).toEqual({
      columns: ['DATE', 'SPEND_IN_DOLLAR', 'CTR', 'NEW_COLUMN'],
      rows: [
        ['2026-03-18', 1.5, null, 'x'],
        ['2026-03-19', null, null, null],
      ],
    });
  });

  it('have the columns that Pinterest defines, and the usual ones where it defines none', () => {
    const items = [
      { category: 'ADS' as const, name: 'CTR', display_name: 'Click rate', definition: 'Clicks.' },
      { category: 'ORGANIC' as const, name: 'SAVE' },
    ];
    expect(columnsOf({ items })).toEqual([
      { name: 'CTR', label: 'Click rate', definition: 'Clicks.' },
    ]);
    expect(columnsOf(null).map(({ name }) => name)).toContain('SPEND_IN_DOLLAR');
  });
});
