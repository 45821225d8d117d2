import { beforeEach, describe, expect, it, vi } from 'vitest';

import { atLeisure } from './drawn';

const press = () => globalThis.dispatchEvent(new KeyboardEvent('keydown', { key: 'k' }));

describe('atLeisure', () => {
  beforeEach(() => {
    vi.stubGlobal('requestIdleCallback', (call: () => void) => void setTimeout(call, 0));
  });

  it('waits until the next key would have come', async () => {
    const order: string[] = [];
    press();
    const rested = atLeisure().then(() => order.push('at leisure'));
    setTimeout(() => order.push('typing'), 100);
    await rested;
    expect(order).toEqual(['typing', 'at leisure']);
  });

  it('comes though somebody types on and on', async () => {
    press();
    let presses = 0;
    const typing = setInterval(() => press() && (presses += 1), 50);
    await atLeisure();
    clearInterval(typing);
    expect(presses).toBeGreaterThan(10);
  });
});
