import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import golden from '../../test/golden/stats-replies.json';
import { holds } from '../../test/holds';
import type { Analytics } from '../pinterest/types-analytics';
import { sheetOf, toCsv, toJson, type Sheet } from './export';
import { chartOf, figureOf, lineOf, readingOf, summaryOf } from './figure';
import { mergeParts, partsOf, unsplit } from './tables';

const period = { from: '2026-03-01', to: '2026-03-04' };
const figure = (name: keyof typeof golden, metrics: string[]) => {
  const table = unsplit((golden as unknown as Record<string, Analytics>)[name]);
  return figureOf(
    'Account',
    period,
    metrics.map((metric) => lineOf(table, metric, period)),
    [table],
  );
};

describe('a CSV of the numbers', () => {
  it('gives another library the same days and the same sums', () => {
    const shown = figure('unsplit', ['IMPRESSION', 'SAVE']);
    const { data } = Papa.parse<Record<string, string>>(toCsv(sheetOf(shown)), {
      header: true,
      skipEmptyLines: true,
    });

    expect(data.map((row) => row['date_utc'])).toEqual(shown.dates);
    for (const line of shown.lines) {
      const sum = data.reduce((total, row) => total + Number(row[line.key]), 0);
      expect([line.key, sum]).toEqual([line.key, line.total]);
    }
  });

  it('says of each part of a split which metric it is of', () => {
    const parts = partsOf((golden as unknown as Record<string, Analytics>)['split']!);
    const shown = chartOf({
      title: 'Account',
      table: mergeParts(parts),
      parts,
      metrics: ['IMPRESSION'],
      period,
      before: null,
    });
    expect(sheetOf(shown).columns).toEqual([
      'date_utc',
      ...parts.map(({ key }) => `IMPRESSION_${key}`),
      'final',
    ]);
  });

  it('leaves empty what is not known', () => {
    const { data } = Papa.parse<string[]>(toCsv(sheetOf(figure('gaps', ['IMPRESSION']))));
    expect(data.slice(1, 5).map((row) => row[1])).toEqual(['', '5', '', '0']);
  });

  it('holds any text and any number', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('a,"b"\r\nc', 'ж', '-5', '=1+1', "'@"),
      fc.double({ noNaN: true }),
      fc.constant(null),
    );
    const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 });
    holds(
      fc.property(rows, (given) => {
        const sheet: Sheet = { columns: ['one', 'two'], rows: given };
        const { data } = Papa.parse<string[]>(toCsv(sheet).slice(0, -2), {
          delimiter: ',',
          newline: '\r\n',
        });
        const read = data
          .slice(1)
          .map((row) => row.map((text) => text.replace(/^'(?='*[=+\-@\t\r])/, '')));
        expect(read).toEqual(
          given.map((row) => row.map((each) => (each === null ? '' : String(each)))),
        );
      }),
    );
    expect(toCsv({ columns: ['title'], rows: [['=HYPERLINK("x")']] })).toContain(
      `"'=HYPERLINK(""x"")"`,
    );
  });

  it('is the same as JSON', () => {
    const shown = JSON.parse(toJson(sheetOf(figure('estimates', ['IMPRESSION'])))) as unknown;
    expect(shown).toEqual([
      { date_utc: '2026-03-01', IMPRESSION: 100, final: 'yes' },
      { date_utc: '2026-03-02', IMPRESSION: 90, final: 'no' },
      { date_utc: '2026-03-03', IMPRESSION: null, final: null },
      { date_utc: '2026-03-04', IMPRESSION: null, final: null },
    ]);
  });

  it('calls no day final or not for a number of the period before', () => {
    const shown = figure('gaps', ['IMPRESSION']);
    shown.lines.push({
      ...shown.lines[0]!,
      key: 'IMPRESSION_BEFORE',
      values: [1, 2, 3, 4],
      isBefore: true,
    });
    expect(sheetOf(shown).rows.map((row) => row.at(-1))).toEqual([null, 'yes', null, 'yes']);
  });
});

describe('a figure in words', () => {
  it('says the sum, the best and the worst day, and each day as it is asked for', () => {
    const shown = figure('unsplit', ['IMPRESSION']);
    expect(summaryOf(shown, shown.lines[0]!)).toBe(
      'Impressions: 2,200 in all. Most on 1 Mar (1,200), fewest on 2 Mar (1,000).',
    );
    expect(readingOf(figure('estimates', ['IMPRESSION']), 1)).toBe(
      '2 Mar: Impressions 90 (not final)',
    );
    expect(readingOf(figure('gaps', ['IMPRESSION']), 2)).toBe('3 Mar: Impressions not counted yet');
  });
});
