import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { makeReport } from '../../lib/diagnostics/report';
import type { Send } from '../../lib/messages/create-send';
import { Diagnostics } from './Diagnostics';

vi.mock('../../lib/diagnostics/report', () => ({
  makeReport: vi.fn(),
  reportText: () => 'the report',
}));

const ask = (() => new Promise(() => undefined)) as Send;
const report = { at: '2026-01-01T00:00:00.000Z', answerMs: 3, errors: [] };
const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => vi.mocked(makeReport).mockResolvedValue(report as never));
afterEach(cleanup);

it('says that the report was copied once it was, and not where the browser refused', async () => {
  const onCopy = vi.fn(async () => undefined);
  render(<Diagnostics ask={ask} onCopy={onCopy} />);
  fireEvent.click(button('Look now'));
  await screen.findByText(/answers in/);

  onCopy.mockRejectedValueOnce(new Error('no'));
  fireEvent.click(button('Copy the report'));
  await screen.findByRole('alert');
  expect(screen.getByRole('status').textContent).toBe('');
  fireEvent.click(button('Copy the report'));
  await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  expect(onCopy).toHaveBeenLastCalledWith('the report');
});

it('says why there is no report, and looks again', async () => {
  vi.mocked(makeReport).mockRejectedValueOnce(new Error('no'));
  render(<Diagnostics ask={ask} onCopy={async () => undefined} />);
  fireEvent.click(button('Look now'));
  await screen.findByRole('alert');
  expect(button('Look now').getAttribute('aria-busy')).toBeNull();

  fireEvent.click(button('Look now'));
  await screen.findByText(/answers in/);
});
