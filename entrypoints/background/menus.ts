import { browser, type Browser } from 'wxt/browser';

import { targetUrls } from '../../lib/auth/target';
import { t } from '../../lib/i18n';
import { menuPlaces, type MenuPlace } from '../../lib/storage/items';
import { quickMode } from '../../lib/storage/late-items';

const { siteUrl } = targetUrls(import.meta.env);

const MENU_IMAGE = 'pin-image';
const MENU_PAGE = 'pin-page';
/** Ends the ids of entries that pin at once: a click is known for one without a wait, which Firefox's popup can't afford. */
const QUICK = '-quick';

/** Tells whether a click on an entry pins at once. */
export const isQuick = (id: string | number): boolean => String(id).endsWith(QUICK);
const MENU_SAVE = 'save-pin';

/** Pinterest's site in each country. */
const pinterest = 'com co.uk co.kr com.au com.mx at ca ch cl de dk es fr ie it jp nz ph pt se'
  .split(' ')
  .map((end) => `*://*.pinterest.${end}/*`);

type Context = NonNullable<Browser.contextMenus.CreateProperties['contexts']>[number];

/** A place in a frame is `page` in Chrome, where `frame` would add to it; in Firefox it is `frame` alone. */
const inFrame: Context[] = import.meta.env.FIREFOX ? ['frame'] : [];

const contexts: Readonly<Record<Exclude<MenuPlace, 'pin' | 'page'>, Context[]>> = {
  image: ['image', 'video', ...inFrame],
  link: ['link'],
  selection: ['selection'],
};

/**
 * Makes the entries of the page's menu anew, where the person wants them. The browser keeps them: this is for an install, an
 * update, and a change in the settings.
 */
export function makeMenus(): Promise<void> {
  // One at a time: entries of two makings would be there twice.
  return navigator.locks.request('tack-menus', makeAnew);
}

async function makeAnew(): Promise<void> {
  const [wanted, quick] = await Promise.all([menuPlaces.getValue(), quickMode.getValue()]);
  const ending = quick ? QUICK : '';
  await browser.contextMenus.removeAll();
  // One entry for all of them: two that fit one place become a menu of their own, one step further away.
  const places = (['image', 'link', 'selection'] as const).filter((place) => wanted[place]);
  const [first, ...others] = places.flatMap((place) => contexts[place]);
  if (first) {
    const title = t('menuPinImage');
    browser.contextMenus.create({ id: MENU_IMAGE + ending, title, contexts: [first, ...others] });
  }
  // On Pinterest itself a picture is a pin already, and nothing is uploaded for it.
  if (wanted.pin)
    browser.contextMenus.create({
      id: MENU_SAVE,
      title: t('menuSavePin'),
      contexts: ['image', 'link'],
      documentUrlPatterns: [
        ...pinterest,
        `${new URL(siteUrl).protocol}//${new URL(siteUrl).hostname}/*`,
      ],
    });
  if (wanted.page)
    browser.contextMenus.create({
      id: MENU_PAGE + ending,
      title: t('menuPinPage'),
      contexts: ['page'],
    });
}
