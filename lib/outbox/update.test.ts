import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { followUpdates, updateWhenIdle } from './update';

const reload = vi.fn();
let tellUpdate: () => void = () => undefined;
let views: unknown[] = [];
const still = async () => false;

beforeEach(() => {
  views = [];
  Object.assign(fakeBrowser.runtime, {
    reload,
    getContexts: async () => views,
    onUpdateAvailable: { addListener: (listener: () => void) => (tellUpdate = listener) },
  });
});

/** The browser has an update ready; gives when that was noted. */
const ready = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  followUpdates(resolve);
  tellUpdate();
  return promise;
};

describe('an update of Tack', () => {
  // U01
  it('comes when nothing is under way, and once', async () => {
    await ready();
    await updateWhenIdle(still);
    await updateWhenIdle(still);

    expect(reload).toHaveBeenCalledOnce();
  });

  // U01
  it('waits for an upload and for open views, also over the worker’s sleep', async () => {
    await ready();
    await updateWhenIdle(async () => true);
    views = [{ contextType: 'POPUP' }];
    await updateWhenIdle(still);
    expect(reload).not.toHaveBeenCalled();

    views = [];
    vi.resetModules(); // the next worker was told nothing
    vi.stubGlobal('chrome', fakeBrowser);
    const next = await import('./update');
    await next.updateWhenIdle(still);
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is nothing that Tack makes itself', async () => {
    await updateWhenIdle(still);
    expect(reload).not.toHaveBeenCalled();
  });
});
