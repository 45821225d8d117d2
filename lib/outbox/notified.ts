import { browser } from 'wxt/browser';

import { panelTab } from '../storage/items';
import { WATCH_NOTIFICATION } from '../watch/alarm';

/** One notification for all that wait for the person: a second one takes the place of the first. */
export const HELD_NOTIFICATION = 'tack-held';

/** Opens the outbox, or the numbers, when a notification about them is clicked. Called at the worker's start, and once Tack may notify. */
export function followNotifications(): void {
  browser.notifications?.onClicked.removeListener(openPanel);
  browser.notifications?.onClicked.addListener(openPanel);
}

function openPanel(id: string): void {
  if (id !== HELD_NOTIFICATION && id !== WATCH_NOTIFICATION) return;
  void browser.notifications.clear(id);
  // No browser opens the side panel for a notification; the same view stands in a tab as well.
  void panelTab
    .setValue(id === HELD_NOTIFICATION ? 'outbox' : null)
    .then(() => browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }));
}
