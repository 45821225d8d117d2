import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import job1 from '../../test/golden/tack-jobs-1.json';
import { notifyHeld, panelTab } from '../storage/items';
import { followNotifications } from './notified';
import { notifyOf } from './notify';
import type { Job } from './types';

const because = { code: 'api/trial-access', data: undefined } as const;
const held = { ...(job1 as unknown as Job), pause: { kind: 'held' as const, because } };

describe('a notification', () => {
  it('is shown for a pin that needs the person, where they asked for that, and for no other', async () => {
    await notifyOf(held);
    expect(await browser.notifications.getAll()).toEqual({});

    await notifyHeld.setValue(true);
    await notifyOf({ ...held, pause: null });
    expect(await browser.notifications.getAll()).toEqual({});
    await notifyOf(held);
    await notifyOf(held);
    expect(Object.keys(await browser.notifications.getAll())).toEqual(['tack-held']);
  });

  it('opens the outbox when it is clicked', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    followNotifications();
    followNotifications(); // said again once Tack may notify
    await fakeBrowser.notifications.onClicked.trigger('somebody else’s');
    expect(create).not.toHaveBeenCalled();
    await fakeBrowser.notifications.onClicked.trigger('tack-held');
    await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
    expect(await panelTab.getValue()).toBe('outbox');
  });

  it('is no matter where the browser lets Tack show none', async () => {
    await notifyHeld.setValue(true);
    vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('taken away'));
    await expect(notifyOf(held)).resolves.toBeUndefined();
  });
});
