import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { regions } from '../storage/items';
import { endRegion, takeRegion } from './region';

const place = {
  rect: { left: 0, top: 0, width: 200, height: 200 },
  view: { width: 800, height: 600 },
};

const inAMinute = () => Date.now() + 60_000;

describe('takeRegion looks at the screen', () => {
  const captureVisibleTab = vi.fn<() => Promise<string>>();

  beforeEach(async () => {
    captureVisibleTab.mockRejectedValue(new Error('not allowed'));
    const get = async () => ({ active: true, windowId: 1 });
    Object.assign(fakeBrowser.tabs, { captureVisibleTab, get });
    await regions.setValue({
      good: { tabId: 7, until: inAMinute() },
      old: { tabId: 7, until: Date.now() - 1 },
    });
  });

  it('with the nonce that its tab was given, again where the browser gave no picture', async () => {
    for (const _ of [1, 2]) {
      await expect(takeRegion('good', place, 7)).rejects.toMatchObject({ code: 'media/no-screen' });
    }
    expect(captureVisibleTab).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['without a nonce', undefined as never, 7, place],
    ['with one that was never given', 'guessed', 7, place],
    ['with one that is old', 'old', 7, place],
    ['in another tab', 'good', 8, place],
    ['in no tab', 'good', undefined, place],
    ['at a place that is none', 'good', 7, { rect: null, view: null } as never],
  ])('not %s', async (_, nonce, tabId, where) => {
    await expect(takeRegion(nonce, where, tabId)).rejects.toMatchObject({
      code: 'message/refused',
    });
    expect(captureVisibleTab).not.toHaveBeenCalled();
  });

  it('not after the person ended it', async () => {
    await endRegion('good');

    await expect(takeRegion('good', place, 7)).rejects.toMatchObject({ code: 'message/refused' });
  });

  it('not where the person has gone to another tab', async () => {
    Object.assign(fakeBrowser.tabs, { get: async () => ({ active: false, windowId: 1 }) });

    await expect(takeRegion('good', place, 7)).rejects.toMatchObject({ code: 'media/no-screen' });
    expect(captureVisibleTab).not.toHaveBeenCalled();
  });
});
