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
