import { describe, expect, it } from 'vitest';

import { badgeOf } from './badge';
import type { Job } from './types';

const job = (name: string, pause: unknown = null) => ({ stage: { name }, pause }) as unknown as Job;

describe('the toolbar button', () => {
  it('counts the pins that still have to reach Pinterest', () => {
    const jobs = [job('queued'), job('creating'), job('created'), job('removing')];
    expect(badgeOf(jobs)).toEqual({ text: '3', needsPerson: false });
    expect(badgeOf([])).toEqual({ text: '', needsPerson: false });
    expect(badgeOf(Array.from({ length: 1200 }, () => job('queued'))).text).toBe('999+');
  });

  it('calls the person where one of them can’t go on without them', () => {
    expect(badgeOf([job('queued'), job('queued', { kind: 'held' })])).toEqual({
      text: '!',
      needsPerson: true,
    });
  });
});
