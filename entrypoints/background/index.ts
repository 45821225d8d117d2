import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { resumeSignIn } from '../../lib/auth/sign-in';
import { startFromMenu } from '../../lib/drafts/open';
import { t } from '../../lib/i18n';
import { serve } from '../../lib/messages/receive';
import { sweep } from '../../lib/outbox/sweep';
import { ensureAlarm } from '../../lib/outbox/wake';
import { welcomed } from '../../lib/storage/items';
import { handlers } from './handlers';
import { openComposer } from './session';
import { runner, signInDeps } from './world';

const MENU_IMAGE = 'pin-image';
const MENU_PAGE = 'pin-page';

/** Every listener is registered at once: an event that wakes the worker waits for no promise. */
export default defineBackground({
  type: 'module',
  main() {
    serve(handlers);
    browser.alarms.onAlarm.addListener(() => void runner.reconcile());
    browser.runtime.onStartup.addListener(() => void runner.reconcile());
    browser.runtime.onInstalled.addListener(({ reason }) => void install(reason));
    browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl }, tab) => {
      if (tab?.id === undefined) return;
      // Both begin now: the popup needs the click's own moment in Firefox, and waits for the draft by itself.
      if (menuItemId === MENU_IMAGE && srcUrl) void startFromMenu(tab.id, srcUrl).catch(() => null);
      void openComposer(tab.id);
    });
    void wake();
  },
});

async function wake(): Promise<void> {
  await ensureAlarm(); // gone after a restart, and after an update
  await resumeSignIn(signInDeps);
  await sweep();
  await runner.reconcile();
}

async function install(reason: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_IMAGE, title: t('menuPinImage'), contexts: ['image'] });
  browser.contextMenus.create({ id: MENU_PAGE, title: t('menuPinPage'), contexts: ['page'] });
  // A browser that loads an unpacked extension calls every start an install: the page is for the first one only.
  if (reason !== 'install' || (await welcomed.getValue())) return;
  await welcomed.setValue(true);
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
