import { browser } from 'wxt/browser';

import { errorText } from '../error-text';
import { t } from '../i18n';
import { notifyHeld, panelTab } from '../storage/items';
import { WATCH_NOTIFICATION } from '../watch/rules';
import type { Job } from './types';

/** One notification for all that wait for the person: a second one takes the place of the first. */
const ID = 'tack-held';

/**
 * Says by a notification of the browser that a job needs the person, where they asked for that and the browser lets Tack. The
 * badge says it in any case.
 */
export async function notifyOf({ content, pause }: Job): Promise<void> {
  if (pause?.kind !== 'held' || !browser.notifications || !(await notifyHeld.getValue())) return;
  const { what, todo } = errorText(pause.because);
  await browser.notifications
    .create(ID, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t('notifyTitle', content.title || content.boardName),
      message: `${what} ${todo}`,
    })
    .catch(() => undefined); // taken away meanwhile: the badge stands in for it
}

/** Opens the outbox, or the numbers, when a notification about them is clicked. Called at the worker's start, and once Tack may notify. */
export function followNotifications(): void {
  browser.notifications?.onClicked.removeListener(openPanel);
  browser.notifications?.onClicked.addListener(openPanel);
}

function openPanel(id: string): void {
  if (id !== ID && id !== WATCH_NOTIFICATION) return;
  void browser.notifications.clear(id);
  // No browser opens the side panel for a notification; the same view stands in a tab as well.
  void panelTab
    .setValue(id === ID ? 'outbox' : null)
    .then(() => browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }));
}
