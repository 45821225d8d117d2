import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storage } from 'wxt/utils/storage';

import { readTheme, setTheme } from '../appearance';
import * as items from '../storage/items';
import * as lateItems from '../storage/late-items';
import { restoreDefaults } from './defaults';

/** What is no setting: what the person made or said elsewhere, and what Tack notes for itself. */
const kept = new Set([
  'local:allowedSites',
  'local:boardMarks',
  'local:outboxSeenAt',
  'local:broughtBack',
  'local:dailyBudget',
  'local:rowsCopied',
  'local:lanePauses',
  'local:recentChoices',
  'local:siteLanes',
  'local:tabSignInUntil',
  'local:watchLook',
  'local:watchNews',
  'local:watchTold',
  'local:welcomed',
]);

const localKeys = Object.values({ ...items, ...lateItems })
  .map(({ key }) => key)
  .filter((key) => key.startsWith('local:'));

describe('restoring the defaults', () => {
  it('puts back every setting there is, and nothing that is none', async () => {
    for (const key of localKeys) await storage.setItem(key, 'changed');
    setTheme('dark');
    const remove = vi.fn(async () => true);
    Object.assign(fakeBrowser, { permissions: { remove } });

    await restoreDefaults();

    const left = await Promise.all(
      localKeys.map(async (key) => ((await storage.getItem(key)) === 'changed' ? [key] : [])),
    );
    expect(left.flat().toSorted()).toEqual([...kept].toSorted());
    expect(readTheme()).toBe('system');
    expect(remove).toHaveBeenCalledWith({ permissions: ['tabs'] }); // the mark on pages had asked for it
  });
});
