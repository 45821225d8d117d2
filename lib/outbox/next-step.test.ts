import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { nextStep } from './next-step';
import type { Job, JobStage, Pause } from './types';

const DAY_MS = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 25);

/** A job that was written while the clock was a day ahead. */
const fromTomorrow = (stage: JobStage, pause: Pause | null, more: Partial<Job> = {}) =>
  ({
    stage,
    pause,
    undo: false,
    updatedAt: now + DAY_MS,
    media: { kind: 'url', url: '' },
    ...more,
  }) as Job;

const soonTomorrow = now + DAY_MS + 2_000;

const HOUR_MS = 3_600_000;
/** Longest time that a step waits for: a quarter of an hour between tries, a day where Pinterest says so. */
const longest = DAY_MS;
const jump = fc.oneof(
  fc.constantFrom(-DAY_MS, -HOUR_MS, -60_000, HOUR_MS, DAY_MS, 365 * DAY_MS),
  fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }),
);

/** A stage or a pause as it is written at a moment, with a time to wait for. */
function waitingAt(kind: string, at: number, wait: number): Job {
  const because = { code: 'api/unavailable', data: { status: 503 } } as const;
  const pause: Pause = { kind: 'waiting', until: at + wait, because };
  const stages: Record<string, JobStage> = {
    uploaded: { name: 'uploaded', mediaId: '1', since: at, askAt: at + wait },
    created: { name: 'created', pinId: '1', createdAt: '', verifyAt: at + wait },
  };
  const stage = stages[kind];
  const job = fromTomorrow(stage ?? { name: 'prepared' }, stage ? null : pause);
  return { ...job, updatedAt: at };
}

// D08
it('waits never into the past, and no longer than it was to wait, whatever the clock does between two steps', () => {
  const check = (kind: string, wait: number, by: number) => {
    const step = nextStep(waitingAt(kind, now, wait), now + by);
    if (step === null || typeof step === 'string') return;
    expect(step.at).toBeGreaterThan(now + by);
    expect(step.at - (now + by)).toBeLessThanOrEqual(wait + 60_000); // less than a minute is no jump
  };
  holds(
    fc.property(
      fc.constantFrom('paused', 'uploaded', 'created'),
      fc.integer({ min: 0, max: longest }),
      jump,
      check,
    ),
    { numRuns: 2000 },
  );
});

describe('the next step of a job, after the clock was put back', () => {
  it('waits no day for what was to wait for seconds', () => {
    const pause: Pause = {
      kind: 'waiting',
      until: soonTomorrow,
      because: { code: 'api/unavailable', data: { status: 503 } },
    };
    expect(nextStep(fromTomorrow({ name: 'prepared' }, pause), now)).toBe('create');
    const uploaded = { name: 'uploaded', mediaId: '1', since: now, askAt: soonTomorrow } as const;
    expect(nextStep(fromTomorrow(uploaded, null), now)).toBe('await-processing');
    const created = { name: 'created', pinId: '1', createdAt: '', verifyAt: soonTomorrow } as const;
    expect(nextStep(fromTomorrow(created, null), now)).toBe('verify');
  });

  it('still waits for the person, and for the time that the person chose', () => {
    const held: Pause = { kind: 'held', because: { code: 'outbox/unsure', data: undefined } };
    expect(nextStep(fromTomorrow({ name: 'prepared' }, held), now)).toBeNull();
    const later = fromTomorrow({ name: 'prepared' }, null, { notBefore: now + 1 });
    expect(nextStep(later, now)).toEqual({ at: now + 1 });
  });
});

it('keeps a job waiting while the clock only runs', () => {
  const pause: Pause = {
    kind: 'waiting',
    until: now + 2_000,
    because: { code: 'api/unavailable', data: { status: 503 } },
  };
  const job = fromTomorrow({ name: 'prepared' }, pause, { updatedAt: now + 1 });
  expect(nextStep(job, now)).toEqual({ at: now + 2_000 });
});
