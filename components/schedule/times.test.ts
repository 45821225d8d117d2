import { describe, expect, it } from 'vitest';

import { readTime, readTimes, timeText } from './times';

describe('times of a day', () => {
  it('are read and written', () => {
    expect(readTime('9:05')).toBe(545);
    expect(timeText(545)).toBe('09:05');
    expect([readTime('24:00'), readTime('9:60'), readTime('nine')]).toEqual([null, null, null]);
  });

  it('stand in a list in any order, each once', () => {
    expect(readTimes('20:00, 9:00;09:00 13:30')).toEqual([540, 810, 1200]);
    expect(readTimes('')).toEqual([]);
    expect(readTimes('9:00, later')).toBeNull();
  });
});
