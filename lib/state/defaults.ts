import { browser } from 'wxt/browser';

import { setTheme } from '../appearance';
import { detailTemplates, menuPlaces, notifyHeld, schedule, sendDelay } from '../storage/items';
import {
  imageIds,
  imageIdsRefused,
  pageBadge,
  quickMode,
  watchSettings,
} from '../storage/late-items';

const settings = [
  detailTemplates,
  imageIds,
  imageIdsRefused,
  menuPlaces,
  notifyHeld,
  pageBadge,
  quickMode,
  schedule,
  sendDelay,
  watchSettings,
];

/**
 * Puts every setting back to what it is after installing. What the person made and who is connected stays: pins, drafts,
 * accounts, and what they said of sites. What a setting had asked of the browser is given back.
 */
export async function restoreDefaults(): Promise<void> {
  await Promise.all(settings.map((item) => item.removeValue()));
  setTheme('system');
  await browser.permissions.remove({ permissions: ['tabs'] }).catch(() => false);
}
