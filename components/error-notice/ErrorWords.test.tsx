import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { ErrorWords } from './ErrorWords';

afterEach(cleanup);

// U03
it('offers to restart Tack where its background does not answer, whichever view says so', () => {
  const reload = vi.fn();
  Object.assign(fakeBrowser.runtime, { reload });
  const onAction = vi.fn();
  render(
    <ErrorWords error={{ code: 'message/no-receiver', data: undefined }} onAction={onAction} />,
  );

  expect(screen.getByText(/nothing you made is lost/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Restart Tack' }));
  expect(reload).toHaveBeenCalledOnce();
  expect(onAction).not.toHaveBeenCalled();
});

it('leads out of a board that is gone where boards are shown, and asks again elsewhere', () => {
  const onAction = vi.fn();
  const error = { code: 'api/not-found', data: { kind: 'board' } } as const;
  const { rerender } = render(
    <ErrorWords isReading away="All boards" error={error} onAction={onAction} />,
  );
  expect(screen.queryByText(/Choose another board/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'All boards' }));
  rerender(<ErrorWords isReading error={error} onAction={onAction} />);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onAction.mock.calls).toEqual([['choose-board'], ['retry']]);
});
