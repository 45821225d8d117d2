import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { AccountView } from '../../lib/auth/types';
import { AppError } from '../../lib/errors';
import type { Send } from '../../lib/messages/create-send';
import type { Analytics } from '../../lib/pinterest/types-analytics';
import { metricsIn, partsOf } from '../../lib/stats/tables';
import { metricLabel } from '../../lib/stats/words';
import golden from '../../test/golden/stats-replies.json';
import { MARCH_10, shownAs, tableOf } from '../../test/stats-view';
import { Overview } from './Overview';

vi.mock('./SeriesChart', () => ({ SeriesChart: () => null })); // there is no canvas here

const replies = golden as unknown as Record<keyof typeof golden, Analytics>;
const now = MARCH_10;
const nothing = () => undefined;

function open(answer: () => Promise<unknown>, account: AccountView | null = null): void {
  render(
    <Overview
      {...{ now, account }}
      ask={answer as unknown as Send}
      siteUrl=""
      onConnect={nothing}
      onOpenOptions={nothing}
      onOpenUrl={nothing}
    />,
  );
}

/** The overview as it stands once Pinterest has answered, with its table in place of the chart. */
async function show(reply: Analytics): Promise<void> {
  open(async () => ({ readAt: now, reply }));
  fireEvent.click(await screen.findByRole('button', { name: 'Show as table' }));
}

/** The table of the chart. */
const readTable = () => tableOf(screen.getByRole('table'));

afterEach(cleanup);

describe('the overview of an account', () => {
  const whole = ['unsplit', 'unsplitInCapitals', 'gaps', 'estimates', 'beforeBusiness'] as const;

  it.each(whole)('shows of %s each of the reply’s numbers, and no other', async (name) => {
    await show(replies[name]);
    const part = partsOf(replies[name])[0]!;
    const metrics = metricsIn(part.table).filter((each) =>
      part.table.daily_metrics?.some(({ metrics: of }) => of && each in of),
    );
    for (const metric of metrics.filter((each) => each !== 'IMPRESSION'))
      fireEvent.click(screen.getByRole('button', { name: metricLabel(metric) }));

    const table = readTable();
    expect(table.size).toBe(30);
    for (const [date, cells] of table)
      for (const metric of metrics)
        expect([date, metric, cells[metricLabel(metric)]]).toEqual([
          date,
          metric,
          shownAs(part, date, metric),
        ]);
  });

  it('says in words why a day has no number, or not its last', async () => {
    await show(replies.beforeBusiness);
    expect(screen.getByText(/business account/)).toBeTruthy();
    expect(screen.getAllByText(/^not counted yet/).length).toBeGreaterThan(0);
    cleanup();
    await show(replies.estimates);
    expect(screen.getByText(/An estimate; the final number comes later/)).toBeTruthy();
  });

  it('shows each part of a split as a column, and the sum of them as the sum', async () => {
    await show(replies.split);
    fireEvent.change(screen.getByRole('combobox', { name: 'Split by' }), {
      target: { value: 'APP_TYPE' },
    });
    await screen.findByRole('columnheader', { name: 'Mobile' });
    const table = readTable();
    const parts = partsOf(replies.split);
    const days = parts[0]!.table.daily_metrics!.map(({ date }) => date);
    for (const date of days)
      expect(Object.values(table.get(date)!)).toEqual(
        parts.map((part) => shownAs(part, date, 'IMPRESSION')),
      );
    expect(screen.getAllByRole('definition')[0]!.textContent).toContain('2,200');
  });

  it('shows nothing as a number where the reply is empty', async () => {
    await show(replies.empty);
    const cells = [...readTable().values()].flatMap(Object.values);
    expect(new Set(cells)).toEqual(new Set(['not counted yet']));
  });

  it.each([
    ['a personal account', new AppError('api/not-found', { kind: 'other' }), /business account/],
    ['an app on trial', new AppError('api/trial-access', undefined), /Standard access/],
    ['the sandbox', new AppError('api/not-in-sandbox', undefined), /sandbox has no numbers/],
  ])('says of %s what is missing, which is no error', async (_, error, words) => {
    open(() => Promise.reject(error), { accountType: 'PINNER' } as AccountView);
    expect(await screen.findAllByText(words)).not.toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
