import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { From } from '../messages/sender';
import { regions } from '../storage/items';
import { endRegion, takeRegion } from './region';

const place = {
  rect: { left: 0, top: 0, width: 200, height: 200 },
  view: { width: 800, height: 600 },
};

/** A message from a document of a tab, as the browser tells it. */
const from = (tabId?: number, facts: Partial<From> = {}): From => ({
  tabId,
  frameId: 0,
  documentId: 'D1',
  url: 'https://shop.example/',
  tabUrl: '',
  isActive: true,
  ...facts,
});

const inAMinute = () => Date.now() + 60_000;

describe('takeRegion looks at the screen', () => {
  const captureVisibleTab = vi.fn<() => Promise<string>>();

  beforeEach(async () => {
    // The page that stands in for a browser's has no locks; one question at a time needs none.
    const request = (_: string, run: () => unknown) => run();
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    captureVisibleTab.mockRejectedValue(new Error('not allowed'));
    const get = async () => ({ active: true, windowId: 1 });
    Object.assign(fakeBrowser.tabs, { captureVisibleTab, get });
    await regions.setValue({
      good: { tabId: 7, documentId: 'D1', until: inAMinute() },
      unnamed: { tabId: 7, until: inAMinute() },
      old: { tabId: 7, documentId: 'D1', until: Date.now() - 1 },
    });
  });

  it('with the nonce that its tab was given, again where the browser gave no picture', async () => {
    for (const _ of [1, 2]) {
      await expect(takeRegion('good', place, from(7))).rejects.toMatchObject({
        code: 'media/no-screen',
      });
    }
    expect(captureVisibleTab).toHaveBeenCalledTimes(2);
  });

  it('with one for a document that the browser has no name for', async () => {
    await expect(takeRegion('unnamed', place, from(7))).rejects.toMatchObject({
      code: 'media/no-screen',
    });
  });

  // S03
  it.each([
    ['without a nonce', undefined as never, from(7), place],
    ['with one that was never given', 'guessed', from(7), place],
    ['with one that is old', 'old', from(7), place],
    ['in another tab', 'good', from(8), place],
    ['in no tab', 'good', from(), place],
    ['in a frame of the page', 'good', from(7, { frameId: 3 }), place],
    ['in the page that the tab shows after it', 'good', from(7, { documentId: 'D2' }), place],
    ['at a place that is none', 'good', from(7), { rect: null, view: null } as never],
  ])('not %s', async (_, nonce, sender, where) => {
    await expect(takeRegion(nonce, where, sender)).rejects.toMatchObject({
      code: 'message/refused',
    });
    expect(captureVisibleTab).not.toHaveBeenCalled();
  });

  it('not after the person ended it', async () => {
    await endRegion('good');

    await expect(takeRegion('good', place, from(7))).rejects.toMatchObject({
      code: 'message/refused',
    });
  });

  it('not where the person has gone to another tab', async () => {
    Object.assign(fakeBrowser.tabs, { get: async () => ({ active: false, windowId: 1 }) });

    await expect(takeRegion('good', place, from(7))).rejects.toMatchObject({
      code: 'media/no-screen',
    });
    expect(captureVisibleTab).not.toHaveBeenCalled();
  });
});
