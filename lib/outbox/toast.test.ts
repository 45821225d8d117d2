import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import job1 from '../../test/golden/tack-jobs-1.json';
import { showJobToast } from './toast';
import type { Job } from './types';

const job = { ...(job1 as unknown as Job), tabId: 7 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the toast of a pin that was queued', () => {
  it('is the view’s where the page is stuck and takes none: nobody waits for that', async () => {
    Object.assign(fakeBrowser.scripting, { executeScript: () => new Promise(() => undefined) });
    const shown = showJobToast(job);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await shown).toBe('view');
  });

  it('is the view’s where the page lets nobody in', async () => {
    Object.assign(fakeBrowser.scripting, { executeScript: () => Promise.reject(new Error('no')) });
    expect(await showJobToast(job)).toBe('view');
  });

  it('is the page’s where it takes one', async () => {
    Object.assign(fakeBrowser.scripting, { executeScript: async () => [{ frameId: 0 }] });
    Object.assign(fakeBrowser.tabs, { sendMessage: async () => ({ ok: true, value: null }) });
    expect(await showJobToast(job)).toBe('page');
  });
});
