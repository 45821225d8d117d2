import { describe, expect, it } from 'vitest';

import { atMost } from './at-most';

describe('atMost', () => {
  it('waits for what it is given, whatever becomes of it', async () => {
    const order: string[] = [];
    const work = new Promise((_, reject) => setTimeout(() => reject(new Error('Broken.')), 20));
    work.catch(() => order.push('broken'));
    await atMost(10_000, work);
    expect(order).toEqual(['broken']);
  });

  it('goes on without what does not come', async () => {
    await expect(atMost(10, new Promise(() => undefined))).resolves.toBeUndefined();
  });
});
