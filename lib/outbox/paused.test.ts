import { describe, expect, it } from 'vitest';

import { pausedSending } from './paused';
import type { Job } from './types';

const NOW = Date.UTC(2026, 4, 3, 20);
const RESET = Date.UTC(2026, 4, 4, 0, 5);

const jobs = (count: number, more: Partial<Job> = {}): Job[] =>
  Array.from(
    { length: count },
    () => ({ stage: { name: 'queued' }, pause: null, undo: false, ...more }) as Job,
  );
const day = (remaining: number) => ({ org_write: { limit: 1000, remaining, resetAt: RESET } });

describe('what Pinterest holds back', () => {
  it('is nothing while there are calls enough, or where it is not counted by the day', () => {
    expect(pausedSending({ jobs: jobs(10), pauses: {}, budget: {}, now: NOW })).toBeNull();
    expect(pausedSending({ jobs: jobs(10), pauses: {}, budget: day(10), now: NOW })).toBeNull();
    expect(pausedSending({ jobs: jobs(9), pauses: {}, budget: day(0), now: RESET })).toBeNull();
  });

  // N19
  it('is told before a day’s calls are used up, for those that have to wait', () => {
    expect(pausedSending({ jobs: jobs(10), pauses: {}, budget: day(7), now: NOW })).toEqual({
      waiting: 3,
      total: 10,
      until: RESET,
      why: 'day',
    });
  });

  it('counts neither what needs the person, nor what is to go out later anyway', () => {
    const held = jobs(2, {
      pause: { kind: 'held', because: { code: 'draft/no-image', data: undefined } },
    });
    const later = jobs(3, { notBefore: RESET + 1 });
    const all = [...jobs(4), ...held, ...later];
    expect(pausedSending({ jobs: all, pauses: {}, budget: day(1), now: NOW })).toMatchObject({
      waiting: 3,
      total: 4,
    });
  });

  it('is everything during a pause, and says whether that is for spam', () => {
    const pauses = { org_write: NOW + 7_200_000, org_read: NOW + 9_000_000 };
    expect(pausedSending({ jobs: jobs(5), pauses, budget: {}, now: NOW })).toEqual({
      waiting: 5,
      total: 5,
      until: NOW + 7_200_000,
      why: 'limit',
    });
    const blocked = jobs(1, {
      pause: { kind: 'held', because: { code: 'api/spam-block', data: { message: '' } } },
    });
    const all = [...jobs(5), ...blocked];
    expect(pausedSending({ jobs: all, pauses, budget: {}, now: NOW })?.why).toBe('spam');
  });
});
