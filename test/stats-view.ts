import { within } from '@testing-library/preact';
import { vi } from 'vitest';

import { AppError } from '../lib/errors';
import type { Send } from '../lib/messages/create-send';
import { meaningOf } from '../lib/stats/data-status';
import type { Part } from '../lib/stats/tables';
import { valueText } from '../lib/stats/words';

type Answer = (input: Record<string, unknown>) => unknown;

/** Noon of a day of March 2026, which the recorded replies are of. */
export const MARCH_10 = Date.parse('2026-03-10T12:00:00Z');

/** Answers a view's questions, by operation; what it was asked, and how often, is `asked`. */
export function answering(answers: Record<string, Answer>) {
  const ask = vi.fn(async (_type: string, what: { operation: string; input: never }) => {
    const answer = answers[what.operation];
    if (!answer) throw new AppError('api/not-found', { kind: 'other' });
    return { readAt: MARCH_10, reply: await answer(what.input) };
  });
  const asked = (operation: string) =>
    ask.mock.calls.flatMap(([, what]) =>
      what.operation === operation ? [what.input as Record<string, unknown>] : [],
    );
  return { ask: ask as unknown as Send, asked };
}

const nothing = () => undefined;

/** What every view of numbers is given, besides what it asks. */
export const statsProps = {
  now: MARCH_10,
  account: null,
  siteUrl: 'https://pins.example',
  compared: [],
  boardName: (id: string) => `Board ${id}`,
  onConnect: nothing,
  onOpenOptions: nothing,
  onOpenUrl: nothing,
  onOpenPin: nothing,
  onCompare: nothing,
};

/** A table as it is read: the cells of each row, by the names of the columns; a day is known by its date alone. */
export function tableOf(table: HTMLElement): Map<string, Record<string, string>> {
  const [head, ...rows] = within(table).getAllByRole('row');
  const textOf = (row: HTMLElement) => [...row.children].map(({ textContent }) => textContent);
  const [, ...names] = textOf(head!);
  return new Map(
    rows.map((row) => {
      const [name = '', ...cells] = textOf(row);
      const key = /^\d{4}-\d\d-\d\d/.test(name) ? name.slice(0, 10) : name;
      return [key, Object.fromEntries(names.map((column, at) => [column, cells[at]!]))];
    }),
  );
}

/** What is to be read of a part for a day and a metric: the reply's own number, or that there is none yet. */
export function shownAs({ table }: Part, date: string, metric: string): string {
  const day = table.daily_metrics?.find((each) => each.date === date);
  const value = day?.metrics?.[metric];
  const isKnown =
    day && meaningOf(day.data_status) !== 'none' && !(value === 0 && day.data_status !== 'READY');
  return valueText(isKnown ? value : null, metric);
}

/** The sums of a view as they are read, by the names of their metrics. */
export const sumsOf = (list: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    [...list.children].map((row) => [
      row.querySelector('dt')!.textContent,
      row.querySelector('dd')!.textContent.trim(),
    ]),
  );
