import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { AppError } from '../../lib/errors';
import type { Analytics } from '../../lib/pinterest/types-analytics';
import { metricsIn, partsOf } from '../../lib/stats/tables';
import { metricLabel } from '../../lib/stats/words';
import golden from '../../test/golden/stats-replies.json';
import { answering, shownAs, statsProps, sumsOf, tableOf } from '../../test/stats-view';
import { OnePin } from './OnePin';

vi.mock('./SeriesChart', () => ({ SeriesChart: () => null })); // there is no canvas here

const replies = golden as unknown as Record<keyof typeof golden, Analytics>;
const rye = {
  id: '7',
  title: 'Rye',
  pin_metrics: {
    '90d': { impression: 70, clickthrough: 4 },
    lifetime_metrics: { impression: 900 },
  },
};

/** The view of a pin that Pinterest answers so. */
function open(reply: Analytics | ((input: Record<string, unknown>) => unknown), pin = rye) {
  const { ask, asked } = answering({
    'pins/get': () => pin,
    'pins/analytics': typeof reply === 'function' ? reply : () => reply,
  });
  render(<OnePin {...{ ...statsProps, ask }} pinId="7" />);
  return asked;
}

const asTable = async () =>
  fireEvent.click(await screen.findByRole('button', { name: 'Show as table' }));
const days = () => tableOf(screen.getByRole('table', { name: /^Rye/ }));
const sums = () => sumsOf(document.querySelector<HTMLElement>('.stats-totals')!);
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

afterEach(cleanup);

describe('a pin', () => {
  it.each(['unsplit', 'unsplitInCapitals', 'gaps', 'estimates', 'beforeBusiness'] as const)(
    'shows of %s each day’s number as the reply has it, and no other',
    async (name) => {
      open(replies[name]);
      await asTable();
      const part = partsOf(replies[name])[0]!;
      const metrics = metricsIn(part.table).filter((each) =>
        part.table.daily_metrics?.some(({ metrics: of }) => of && each in of),
      );
      for (const metric of metrics.filter((each) => each !== 'IMPRESSION'))
        fireEvent.click(screen.getByRole('button', { name: metricLabel(metric) }));

      expect(days().size).toBe(30);
      for (const [date, cells] of days())
        for (const metric of metrics)
          expect([date, metric, cells[metricLabel(metric)]]).toEqual([
            date,
            metric,
            shownAs(part, date, metric),
          ]);
    },
  );

  it('shows sums that come without days, and what is counted since it was made as that', async () => {
    open(replies.summaryOnly);
    await asTable();
    expect(sums()).toEqual({
      Impressions: '240',
      Saves: '20',
      'Pin clicks': '37',
      'Comments (since it was made)': '0',
      'Reactions (since it was made)': '3',
    });
    expect(new Set([...days().values()].flatMap(Object.values))).toEqual(
      new Set(['not counted yet']),
    );
  });

  it('shows what came of all its life where nothing else did', async () => {
    open(replies.lifetimeOnly);
    await asTable();
    expect(sums()).toEqual({
      'Comments (since it was made)': '10',
      'Reactions (since it was made)': '12',
    });
  });

  it('shows nothing as a number where the reply is empty, but its own figures', async () => {
    open(replies.empty);
    await asTable();
    expect(screen.queryByRole('definition')).toBeNull();
    const own = tableOf(screen.getByRole('table', { name: /^With the pin/ }));
    expect([...own.keys()]).toEqual(['Impressions', 'Outbound clicks']);
    expect([...own.values()].map(Object.values)).toEqual([
      ['70', '900'],
      ['4', 'not counted yet'],
    ]);
  });

  it('shows each part of a split as a column', async () => {
    open(({ split_field: split }) => (split ? replies.split : replies.unsplit));
    await asTable();
    choose('Split by', 'APP_TYPE');
    await screen.findByRole('columnheader', { name: 'Mobile' });
    const parts = partsOf(replies.split);
    for (const { date } of parts[0]!.table.daily_metrics!)
      expect(Object.values(days().get(date)!)).toEqual(
        parts.map((part) => shownAs(part, date, 'IMPRESSION')),
      );
  });

  it('is held against the days before, and says how much more or less it has', async () => {
    const day = (date: string, IMPRESSION: number) => ({
      date,
      data_status: 'READY',
      metrics: { IMPRESSION },
    });
    const week = (first: number, value: number) =>
      Array.from({ length: 7 }, (_, at) =>
        day(new Date(first + at * 86_400_000).toISOString().slice(0, 10), value),
      );
    const asked = open(({ start_date: from }) => ({
      all: {
        daily_metrics: week(Date.parse(from as string), from === '2026-03-03' ? 30 : 20),
      },
    }));
    fireEvent.click(await screen.findByRole('radio', { name: '7 days' }));
    choose('Compare with', 'before');
    expect(await screen.findByText('up 50%')).toBeTruthy();
    expect(sums()['Impressions']).toContain('210');
    await asTable();
    expect(days().get('2026-03-03')).toEqual({ Impressions: '30', 'The period before': '20' });
    expect(asked('pins/analytics').at(-1)).toMatchObject({
      start_date: '2026-02-24',
      end_date: '2026-03-02',
    });
  });

  it('that Pinterest does not show has its numbers all the same, asked for as of any pin', async () => {
    const { ask, asked } = answering({
      'pins/get': () => {
        throw new AppError('api/rejected', { status: 403, apiCode: 29, message: '' });
      },
      'pins/analytics': () => replies.unsplit,
    });
    render(<OnePin {...{ ...statsProps, ask }} pinId="7" />);
    expect(await screen.findByText(/does not show you this pin/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Pin 7' })).toBeTruthy();
    await screen.findByRole('button', { name: 'Show as table' });
    expect(sums()['Impressions']).toBe('2,200');
    const [question] = asked('pins/analytics');
    expect(question!['metric_types']).not.toContain('VIDEO_START');
    expect(question!['metric_types']).not.toContain('USER_FOLLOW');
  });

  it('is read anew with all that is shown of it', async () => {
    const asked = open(replies.unsplit);
    choose('Compare with', 'before');
    await screen.findByRole('button', { name: 'Show as table' });
    await vi.waitFor(() => expect(asked('pins/analytics')).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await vi.waitFor(() => expect(asked('pins/analytics')).toHaveLength(4));
    expect(asked('pins/get')).toHaveLength(2);
  });

  it('says what its metrics count', async () => {
    open(replies.unsplit);
    const words = await screen.findByText('What these mean');
    expect(words.closest('details')!.textContent).toContain('Impressions');
  });
});
