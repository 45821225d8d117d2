import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { AppError } from '../../lib/errors';
import type { Analytics } from '../../lib/pinterest/types-analytics';
import { partsOf } from '../../lib/stats/tables';
import golden from '../../test/golden/stats-replies.json';
import { answering, shownAs, statsProps, tableOf } from '../../test/stats-view';
import { Compare } from './Compare';

vi.mock('./SeriesChart', () => ({ SeriesChart: () => null })); // there is no canvas here

const replies = golden as unknown as Record<keyof typeof golden, Analytics>;
const names: Record<string, string> = { 1: 'Rye', 2: 'Spelt' };
const pin =
  (more = {}) =>
  ({ pin_id: id }: { pin_id?: unknown }) => ({
    id,
    title: names[String(id)],
    ...more,
  });

function open(answers: Parameters<typeof answering>[0]) {
  const { ask, asked } = answering({ 'pins/get': pin(), ...answers });
  render(<Compare {...{ ...statsProps, ask }} pinIds={['1', '2']} />);
  return asked;
}

const asTable = async () =>
  fireEvent.click(await screen.findByRole('button', { name: 'Show as table' }));
const days = () => tableOf(screen.getByRole('table', { name: /Impressions/ }));
const sums = () => tableOf(screen.getByRole('table', { name: 'Pins side by side' }));

afterEach(cleanup);

describe('pins side by side', () => {
  it('show each day’s number of each pin as the replies have it, and no other', async () => {
    open({ 'multi_pins/analytics': () => ({ 1: replies.unsplit, 2: replies.gaps }) });
    await asTable();
    await screen.findByRole('columnheader', { name: 'Spelt' });
    const parts = [partsOf(replies.unsplit)[0]!, partsOf(replies.gaps)[0]!];
    expect(days().size).toBe(30);
    for (const [date, cells] of days())
      expect([date, cells]).toEqual([
        date,
        {
          Rye: shownAs(parts[0]!, date, 'IMPRESSION'),
          Spelt: shownAs(parts[1]!, date, 'IMPRESSION'),
        },
      ]);
  });

  it('show the sums of each, and nothing as a number where Pinterest gave none', async () => {
    open({ 'multi_pins/analytics': () => ({ 1: replies.summaryOnly, 2: replies.lifetimeOnly }) });
    await screen.findByRole('rowheader', { name: 'Spelt' });
    expect(sums().get('Rye')).toEqual({
      Impressions: '240',
      Saves: '20',
      'Pin clicks': '37',
      Comments: '0',
      Reactions: '3',
    });
    expect(sums().get('Spelt')).toEqual({
      Impressions: 'not counted yet',
      Saves: 'not counted yet',
      'Pin clicks': 'not counted yet',
      Comments: '10',
      Reactions: '12',
    });
  });

  it('are told by number where Pinterest does not show one of them', async () => {
    open({
      'pins/get': ({ pin_id: id }) => {
        if (id === '2')
          throw new AppError('api/rejected', { status: 403, apiCode: 29, message: '' });
        return pin()({ pin_id: id });
      },
      'multi_pins/analytics': () => ({ 1: replies.unsplit, 2: replies.unsplit }),
    });
    expect(await screen.findByRole('rowheader', { name: 'Pin 2' })).toBeTruthy();
    expect(sums().get('Pin 2')!['Impressions']).toBe('2,200');
  });

  it('have what videos have where all of them are, and only what any pin has else', async () => {
    const metricsOf = async (answer: (input: { pin_id?: unknown }) => unknown) => {
      const asked = open({ 'pins/get': answer, 'multi_pins/analytics': () => ({}) });
      await vi.waitFor(() => expect(asked('multi_pins/analytics')).toHaveLength(1));
      cleanup();
      return asked('multi_pins/analytics')[0]!['metric_types'];
    };
    expect(await metricsOf(pin({ creative_type: 'VIDEO' }))).toContain('VIDEO_START');
    expect(
      await metricsOf(({ pin_id: id }) =>
        pin(id === '1' ? { creative_type: 'VIDEO' } : {})({ pin_id: id }),
      ),
    ).not.toContain('VIDEO_START');
  });

  it('are read anew where that is wanted, and other days after that only where the session lacks them', async () => {
    const wishes: unknown[] = [];
    const { ask } = answering({
      'pins/get': pin(),
      'multi_pins/analytics': () => ({ 1: replies.unsplit, 2: replies.empty }),
    });
    const noting = ((type: string, what: { operation: string; refresh: boolean }) => {
      if (what.operation === 'multi_pins/analytics') wishes.push(what.refresh);
      return ask(type as never, what as never);
    }) as unknown as typeof ask;
    render(<Compare {...{ ...statsProps, ask: noting }} pinIds={['1', '2']} />);
    const view = screen.getByRole('region', { name: 'Pins side by side' });
    await vi.waitFor(() => expect(view.getAttribute('aria-busy')).toBe('false'));
    fireEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await vi.waitFor(() => expect(wishes).toEqual([false, true]));
    fireEvent.click(screen.getByRole('radio', { name: '7 days' }));
    await vi.waitFor(() => expect(wishes).toEqual([false, true, false]));
  });

  it('never have the numbers of other days in place of those that are asked for', async () => {
    let isSlow = false;
    open({
      'multi_pins/analytics': () =>
        isSlow ? new Promise(() => undefined) : { 1: replies.summaryOnly, 2: replies.empty },
    });
    await screen.findByRole('rowheader', { name: 'Spelt' });
    isSlow = true;
    fireEvent.click(screen.getByRole('radio', { name: '7 days' }));
    await vi.waitFor(() => expect(screen.queryByText('240')).toBeNull());
  });
});
