import { AppError } from '../errors';
import { isOnScreen, type OnScreen } from '../grab/rectangle';
import { t } from '../i18n';
import type { RegionLabels } from '../messages/page-protocol';
import { putInto } from '../messages/put-into';
import { sendToPage } from '../messages/send';
import { isFrom, type From } from '../messages/sender';
import { regions } from '../storage/items';
import { startWithBytes } from './open';
import { cropTab } from './screen';
import type { Draft } from './types';

/** The unlisted script in which the person draws a rectangle. */
const REGION_SCRIPT = '/region.js';

/** A chooser that stands longer than this takes nothing any more. */
const REGION_LIFE_MS = 5 * 60_000;

/**
 * Lets the person choose a part of what a tab shows. The nonce is known to Tack's script in that page and to nobody else,
 * and is good for one picture: a page can't make Tack look at the screen.
 *
 * @throws AppError `page/restricted`, `page/unreachable`
 */
export async function chooseRegion(tabId: number): Promise<void> {
  const place = await putInto(tabId, REGION_SCRIPT).catch((cause: unknown) => {
    throw new AppError('page/restricted', undefined, { cause });
  });
  const nonce = crypto.randomUUID();
  const others = Object.entries(await regions.getValue()).filter(
    ([, { tabId: tab, until }]) => tab !== tabId && until > Date.now(),
  );
  await regions.setValue({
    ...Object.fromEntries(others),
    [nonce]: { ...place, until: Date.now() + REGION_LIFE_MS },
  });
  await sendToPage({ tabId }, 'page/region', { nonce, labels: regionLabels() });
}

/** The chooser's words. */
export const regionLabels = (): RegionLabels => ({
  name: t('regionName'),
  hint: t('regionHint'),
  use: t('regionUse'),
  cancel: t('actionCancel'),
  failed: t('regionFailed'),
});

/**
 * Makes a draft of the part that the person chose.
 * @throws AppError `message/refused` for another document's nonce, an old or a used one; `media/*`, `page/*`
 */
export async function takeRegion(nonce: string, place: OnScreen, from: From): Promise<Draft> {
  // One at a time: of two that come at once, the second finds the nonce used.
  const { tabId, bytes } = await navigator.locks.request('tack-region', async () => {
    const region = (await regions.getValue())[nonce];
    const isGood = region && isFrom(region, from) && region.until > Date.now();
    if (!isGood || !isOnScreen(place)) throw new AppError('message/refused', { type: 'region' });
    const cropped = await cropTab(region.tabId, place);
    await endRegion(nonce); // only now: where the browser gave no picture, the person tries again
    return { tabId: region.tabId, bytes: cropped };
  });
  return startWithBytes(tabId, bytes);
}

/** Forgets a nonce. */
export async function endRegion(nonce: string): Promise<void> {
  const { [nonce]: _, ...others } = await regions.getValue();
  await regions.setValue(others);
}
