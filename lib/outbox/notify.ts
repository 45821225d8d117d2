import { browser } from 'wxt/browser';

import { errorText } from '../error-text';
import { t } from '../i18n';
import { notifyHeld } from '../storage/items';
import { HELD_NOTIFICATION } from './notified';
import type { Job } from './types';

/**
 * Says by a notification of the browser that a job needs the person, where they asked for that and the browser lets Tack. The
 * badge says it in any case.
 */
export async function notifyOf({ content, pause }: Job): Promise<void> {
  if (pause?.kind !== 'held' || !browser.notifications || !(await notifyHeld.getValue())) return;
  const { what, todo } = errorText(pause.because);
  await browser.notifications
    .create(HELD_NOTIFICATION, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t('notifyTitle', content.title || content.boardName),
      message: `${what} ${todo}`,
    })
    .catch(() => undefined); // taken away meanwhile: the badge stands in for it
}
