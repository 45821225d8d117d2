import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { aJob } from '../../lib/outbox/testing-board';
import type { Job } from '../../lib/outbox/types';
import { useNow } from './use-now';

const noon = Date.UTC(2026, 10, 25, 12);
const none = {};

function Clock({ jobs, pauses = none }: { jobs: readonly Job[]; pauses?: Record<string, number> }) {
  return <p>{useNow(jobs, pauses) - noon}</p>;
}

beforeEach(() => void vi.useFakeTimers({ now: noon }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

it('goes on twice a minute where nothing happens', async () => {
  render(<Clock jobs={[]} />);
  await pass(29_000);
  expect(screen.getByText('0')).toBeTruthy();
  await pass(1000);
  expect(screen.getByText('30000')).toBeTruthy();
  await pass(30_000);
  expect(screen.getByText('60000')).toBeTruthy();
});

it('goes on at the end of a wait, of a pin’s own time and of what Pinterest holds back', async () => {
  const because = { code: 'scheduled' as const };
  const waits = { ...aJob(), pause: { kind: 'waiting' as const, until: noon + 4000, because } };
  const due = { ...aJob(), notBefore: noon + 9000 };
  render(<Clock jobs={[waits, due]} pauses={{ org_write: noon + 14_000 }} />);
  for (const at of [4000, 9000, 14_000]) {
    await pass(at - (Date.now() - noon));
    expect(screen.getByText(`${at}`)).toBeTruthy();
  }
});
