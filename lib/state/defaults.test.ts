import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { readTheme, setTheme } from '../appearance';
import * as items from '../storage/items';
import * as lateItems from '../storage/late-items';
import { restoreDefaults } from './defaults';

/** What is no setting: what the person made or said elsewhere, and what Tack notes for itself. */
const kept = new Set([
  'allowedSites',
  'boardMarks',
  'outboxSeenAt',
  'broughtBack',
  'dailyBudget',
  'rowsCopied',
  'lanePauses',
  'recentChoices',
  'siteLanes',
  'tabSignInUntil',
  'watchLook',
  'watchNews',
  'watchTold',
  'welcomed',
]);

const localKeys = Object.values({ ...items, ...lateItems })
  .map(({ key }) => key)
  .filter((key) => key.startsWith('local:'))
  .map((key) => key.slice('local:'.length));

describe('restoring the defaults', () => {
  it('puts back every setting there is, and nothing that is none', async () => {
    for (const key of localKeys) await browser.storage.local.set({ [key]: 'changed' });
    setTheme('dark');
    const remove = vi.fn(async () => true);
    Object.assign(fakeBrowser, { permissions: { remove } });

    await restoreDefaults();

    const after = await browser.storage.local.get(localKeys);
    const left = localKeys.filter((key) => after[key] === 'changed');
    expect(left.toSorted()).toEqual([...kept].toSorted());
    expect(readTheme()).toBe('system');
    expect(remove).toHaveBeenCalledWith({ permissions: ['tabs'] }); // the mark on pages had asked for it
  });
});
