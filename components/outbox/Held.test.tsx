import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { ErrorInfo } from '../../lib/errors';
import { aJob } from '../../lib/outbox/testing-board';
import { Held } from './Held';

afterEach(cleanup);

/** Draws what is said of a held pin, and gives what its buttons did. */
function drawHeld(because: ErrorInfo) {
  const acts = { onRetry: vi.fn(), onAction: vi.fn(), onOpenUrl: vi.fn() };
  const job = { ...aJob(), accountId: '7', pause: { kind: 'held' as const, because } };
  render(
    <Held
      job={job}
      siteUrl="https://www.pinterest.com"
      boards={{} as never}
      boardsUrl={(accountId) => `https://www.pinterest.com/person-${accountId}/`}
      onEdit={vi.fn()}
      onResolve={vi.fn()}
      onSchedule={vi.fn()}
      {...acts}
    />,
  );
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  return { ...acts, job, press };
}

describe('what is said of a pin that needs the person', () => {
  it.each([
    [{ code: 'auth/signed-out', data: undefined }, 'Connect Pinterest', 'connect'],
    [{ code: 'auth/missing-scope', data: { scopes: ['pins:write'] } }, /allow|connect/i, 'connect'],
    [{ code: 'auth/no-app', data: undefined }, 'Settings', 'options'],
    [{ code: 'api/spam-block', data: { message: '' } }, 'Open Pinterest', 'open-pinterest'],
  ] as const)('leads where its words point: %j', (because, name, action) => {
    const { onAction, onRetry, job, press } = drawHeld(because as ErrorInfo);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(onAction).toHaveBeenCalledWith(action, because);
    press('Try again');
    expect(onRetry).toHaveBeenCalledWith(job.id);
  });

  it('opens the boards of the account that the pin is of', () => {
    const { onOpenUrl, press } = drawHeld({ code: 'outbox/unsure', data: undefined });
    press('Open your boards');
    expect(onOpenUrl).toHaveBeenCalledWith('https://www.pinterest.com/person-7/');
  });
});
