import { vi } from 'vitest';

import { AppError } from '../lib/errors';
import type { Send } from '../lib/messages/create-send';

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
