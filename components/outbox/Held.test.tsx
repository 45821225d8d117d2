import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { ErrorInfo } from '../../lib/errors';
import { aJob } from '../../lib/outbox/testing-board';
import type { Job } from '../../lib/outbox/types';
import { Held } from './Held';

afterEach(cleanup);

/** Draws what is said of a held pin, and gives what its buttons did. */
function drawHeld(because: ErrorInfo, more: Partial<Job> = {}) {
  const acts = { onRetry: vi.fn(), onAction: vi.fn(), onOpenUrl: vi.fn(), onResolve: vi.fn() };
  const job = { ...aJob(), accountId: '7', pause: { kind: 'held' as const, because }, ...more };
  render(
    <Held
      job={job}
      siteUrl="https://www.pinterest.com"
      boards={{} as never}
      boardsUrl={(accountId) => `https://www.pinterest.com/person-${accountId}/`}
      onEdit={vi.fn()}
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

  it('takes the person’s word on whether it is there, and asks nobody to send what was taken back', () => {
    const unsure = { code: 'outbox/unsure', data: undefined } as const;
    const { job, onResolve, press } = drawHeld(unsure);
    press('Send again');
    expect(onResolve).toHaveBeenLastCalledWith(job.id, 'send-again');
    press('It is there');
    expect(onResolve).toHaveBeenLastCalledWith(job.id, 'there');
    cleanup();

    const undone = drawHeld(unsure, { undo: true });
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
    undone.press('It is not there');
    expect(undone.onResolve).toHaveBeenLastCalledWith(undone.job.id, 'not-there');
  });

  it('lets a pin that can’t be deleted be opened, and left', () => {
    const refusal = { code: 'api/restricted-feature', data: undefined } as const;
    const stage = { name: 'removing', pinId: '42' } as const;
    const { job, onOpenUrl, onResolve, press } = drawHeld(refusal, { undo: true, stage });
    press('Open');
    expect(onOpenUrl).toHaveBeenCalledWith('https://www.pinterest.com/pin/42/');
    press('Leave the pin');
    expect(onResolve).toHaveBeenCalledWith(job.id, 'keep');
  });
});
