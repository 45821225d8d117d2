import { describe, expect, it } from 'vitest';

import { formatDayMonth, formatDue, formatUtc, formatWhen } from './format-when';

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 4, day, hour, minute).getTime();

describe('times of pins', () => {
  it('have their day, and their year where that is another', () => {
    expect(formatWhen(at(3, 9), at(1, 8))).toBe('Sun 3 May, 09:00');
    expect(formatWhen(at(3, 9), Date.UTC(2025, 5))).toBe('Sun, 3 May 2026, 09:00');
    expect(formatDayMonth(at(3, 9), at(1, 8))).toBe('3 May');
    expect(formatDayMonth(at(3, 9), Date.UTC(2027, 5))).toBe('3 May 2026');
  });

  it('are short where they are near', () => {
    expect(formatDue(at(3, 14, 5), at(3, 8))).toBe('14:05');
    expect(formatDue(at(4, 0, 5), at(3, 23))).toBe('tomorrow 00:05');
    expect(formatDue(at(5, 0, 5), at(3, 23))).toBe('Tue 5 May, 00:05');
  });

  it('say that they are of UTC where they are', () => {
    expect(formatUtc(Date.UTC(2026, 4, 4, 0, 5))).toBe('Mon 4 May, 00:05 UTC');
  });
});
