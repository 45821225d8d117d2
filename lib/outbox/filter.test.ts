import { describe, expect, it } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import { countParts, filterJobs, isEditable, partOf } from './filter';
import type { Job } from './types';

const job = (more: Partial<Job>, content: Partial<Job['content']> = {}): Job => {
  const plain = { ...(job1 as unknown as Job), pause: null, ...more };
  return { ...plain, content: { ...plain.content, ...content } };
};

const because = { code: 'network/timeout', data: undefined } as const;
const queued = job({ stage: { name: 'queued' } });
const held = job({ stage: { name: 'queued' }, pause: { kind: 'held', because } });
const timed = job({
  stage: { name: 'queued' },
  pause: { kind: 'waiting', until: 5, because: { code: 'scheduled' } },
});
const waiting = job({
  stage: { name: 'prepared' },
  pause: { kind: 'waiting', until: 5, because },
});
const created = { name: 'created', pinId: '1', createdAt: '', verifyAt: 5 } as const;

describe('the parts of the outbox', () => {
  it('are by what a job waits for', () => {
    expect([queued, held, timed, waiting].map(partOf)).toEqual([
      'going',
      'needs',
      'scheduled',
      'going',
    ]);
    expect(partOf(job({ stage: created }))).toBe('done');
    expect(partOf(job({ stage: created, undo: true }))).toBe('going');
    expect(partOf(job({ stage: { name: 'cancelled', pinId: null } }))).toBe('done');
  });

  it('are counted, each job once', () => {
    expect(countParts([queued, held, timed, waiting])).toEqual({
      all: 4,
      going: 2,
      needs: 1,
      scheduled: 1,
      done: 0,
    });
  });
});

describe('the search', () => {
  const flan = job({}, { title: 'Crème caramel', boardName: 'Sweet things', sectionName: 'Spoon' });

  it('finds words, boards, sections and sites, without capitals, accents or order', () => {
    for (const typed of ['creme', 'CARAMEL crème', 'spoon sweet', 'kitchen.example', '  ']) {
      expect(filterJobs([flan], 'all', typed)).toEqual([flan]);
    }
    expect(filterJobs([flan], 'all', 'creme brulee')).toEqual([]);
    expect(filterJobs([flan, held], 'needs', 'panna')).toEqual([held]);
  });
});

describe('what can be changed', () => {
  it('is what nothing was sent for', () => {
    expect(isEditable(waiting)).toBe(true);
    expect(isEditable(job({ stage: created }))).toBe(false);
    expect(isEditable(job({}))).toBe(false); // may have been sent
    expect(isEditable({ ...queued, undo: true })).toBe(false);
  });
});
