import { setTimeout as sleep } from 'node:timers/promises';

import type { Locator } from '@playwright/test';

import type { ExtensionBrowser } from './browser.ts';
import { reach } from './keys.ts';
import { waitFor } from './wait.ts';

/** Which of the browser's menus opens; over a layer it may be either. */
export type MenuKind = keyof typeof ways;

interface ChooseOptions {
  /** Which of the browser's menus opens there. */
  menu: MenuKind;
  /** Says that the entry was chosen, e.g. that the popup is open. */
  until: () => Promise<boolean>;
  timeoutMs?: number;
  /** Opens the menu by its key, on what Tab leads to, and not by a right-click. */
  byKeys?: boolean;
}

/**
 * Ways with the keyboard to our entry of a picture's menu. It stands last but one, above Inspect; where the browser
 * adds a line below ours, it is one higher.
 */
const ways = {
  picture: [
    ['Up', 'Up', 'Return'],
    ['Up', 'Up', 'Up', 'Return'],
  ],
  // Chrome mostly looks through a layer to the picture. One higher there is a search that lays itself over the page.
  layer: [
    ['Up', 'Up', 'Return'],
    ['Up', 'Up', 'Up', 'Return'],
  ],
  // Above the page's source, which would open in front.
  page: [
    ['Up', 'Up', 'Up', 'Return'],
    ['Up', 'Up', 'Up', 'Return'],
    ['Up', 'Up', 'Up', 'Return'],
  ],
  // On Pinterest there are two entries, in a menu of Tack's own: the second saves the pin.
  pin: [
    ['Up', 'Up', 'Right', 'Down', 'Return'],
    ['Up', 'Up', 'Up', 'Right', 'Down', 'Return'],
  ],
} as const;

/**
 * Right-clicks an element, or presses the menu's key on it, and chooses Tack's entry of the real menu with the keyboard of the display. The menu is the
 * browser's own window, which no debugger sees; `until` tells whether the entry was hit, and if not the next way is tried.
 */
export async function chooseFromMenu(
  { display }: ExtensionBrowser,
  element: Locator,
  { menu, until, timeoutMs = 6000, byKeys = false }: ChooseOptions,
): Promise<void> {
  if (!display) throw new Error('A real menu needs a display: install Xvfb, openbox and xdotool.');
  for (const [index, way] of ways[menu].entries()) {
    await element.page().bringToFront(); // another entry may have opened something before it
    const windows = new Set(await display.listWindows());
    if (byKeys) {
      await reach(element);
      await display.press('shift+F10');
    } else await element.click({ button: 'right' });
    const isOpen = async () =>
      (await display.listWindows()).some((id) => !windows.has(id)) || undefined;
    await waitFor(isOpen, { for: 'the menu to open' });
    // It takes keys only once its window has the focus, which a busy machine makes later.
    await sleep(300 * (index + 1));
    await display.press(...way);
    const chosen = waitFor(async () => (await until()) || undefined, {
      for: 'the menu entry to do its work',
      timeoutMs,
    });
    if (await chosen.catch(() => false)) return;
    await display.press('Escape');
  }
  throw new Error('The menu has no entry of Tack where it is looked for.');
}
