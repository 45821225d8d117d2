import { describe, expect, it } from 'vitest';

import { levelOf, RESERVED_CALLS, reservedUntil } from './reserve';

const level = (remaining: number) => levelOf({ remaining, resetMs: 9000, window: null }, 1000);

describe('reading for views', () => {
  it('goes on as long as there is more than publishing may need', () => {
    expect(reservedUntil('org_read', level(RESERVED_CALLS + 1), 2000)).toBe(0);
    expect(reservedUntil('org_read', undefined, 2000)).toBe(0);
  });

  // N19
  it('waits for the next window where only the reserve is left', () => {
    expect(reservedUntil('org_read', level(RESERVED_CALLS), 2000)).toBe(10_000);
    expect(reservedUntil('org_read', level(0), 10_000)).toBe(0);
  });

  it('does not wait for a category that publishing never uses', () => {
    expect(reservedUntil('org_analytics', level(0), 2000)).toBe(0);
  });
});
