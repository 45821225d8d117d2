import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { TAB_REDIRECT } from '../../lib/auth/consent';
import { renewAccounts } from '../../lib/auth/renewal';
import { resumeSignIn } from '../../lib/auth/sign-in';
import { targetUrls } from '../../lib/auth/target';
import { isWalkOpen, loadBoards, readBoards } from '../../lib/boards/load';
import type { BoardIndex } from '../../lib/boards/types';
import { noteError } from '../../lib/diagnostics/last-errors';
import { menuTarget } from '../../lib/drafts/menu-target';
import { startFromMenu } from '../../lib/drafts/open';
import { serve } from '../../lib/messages/receive';
import { followOmnibox } from '../../lib/omnibox';
import { followNotifications } from '../../lib/outbox/notify';
import { markPage } from '../../lib/outbox/page-badge';
import { sweep } from '../../lib/outbox/sweep';
import { followUpdates } from '../../lib/outbox/update';
import { ensureAlarm } from '../../lib/outbox/wake';
import { syncSites } from '../../lib/sites/allowed';
import { announce } from '../../lib/storage/changes';
import { menuPlaces, signInError, welcomed } from '../../lib/storage/items';
import { quickMode, watchSettings } from '../../lib/storage/late-items';
import { ensureWatch, WATCH_ALARM, watchNumbers } from '../../lib/watch/run';
import { endSignInOf } from './account-handlers';
import { onCommand, pinAtOnce } from './commands';
import { handlers } from './handlers';
import { isQuick, makeMenus } from './menus';
import { openComposer } from './session';
import { currentClient, runner, signInDeps, tokens } from './world';

const { siteUrl } = targetUrls(import.meta.env);

const RENEWAL_ALARM = 'tack-renewal';

/** Every listener is registered at once: an event that wakes the worker waits for no promise. */
export default defineBackground({
  // Chrome's worker is one file, cut to what it needs: 58 kB to load in place of 75 in 40 files shared with views. Firefox's
  // page may load a part when it is needed, which only modules can.
  type: { firefox: 'module' },
  main() {
    serve(handlers, (type, error) => void noteError(type, error));
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === WATCH_ALARM) void watch();
      else void (name === RENEWAL_ALARM ? renew() : runner.reconcile());
    });
    browser.runtime.onStartup.addListener(() => {
      void runner.reconcile();
      void renew(); // a browser that is never open for a whole day hears no alarm of that length
    });
    browser.runtime.onInstalled.addListener(({ reason }) => void install(reason));
    watchSettings.watch(() => void ensureWatch());
    menuPlaces.watch(() => void makeMenus());
    quickMode.watch(() => void makeMenus());
    followUpdates(() => void runner.reconcile());
    followNotifications();
    browser.permissions.onAdded.addListener(() => {
      followNotifications(); // may be what was added
      void runner.reconcile(); // so may be what it waits for
      void syncSites().catch(() => undefined);
    });
    browser.permissions.onRemoved.addListener(() => void syncSites().catch(() => undefined));
    // Only addresses below the permission for localhost come here, and that is given in the settings.
    // Others come where the person asked for the mark on pages that they pinned.
    browser.tabs.onUpdated.addListener((tabId, { url, status }, tab) => {
      if (url?.startsWith(TAB_REDIRECT)) void endSignInOf(tabId, url);
      if (status === 'complete') void markPage(tabId, tab.url);
    });
    followOmnibox(ownBoards, siteUrl);
    browser.contextMenus.onClicked.addListener((click, tab) => {
      if (tab?.id === undefined) return;
      // Both begin now: the popup needs the click's own moment in Firefox, and waits for the draft by itself.
      const begun = startFromMenu(tab.id, menuTarget(click), click.frameId);
      if (isQuick(click.menuItemId)) void pinAtOnce(tab.id, begun);
      else void openComposer(tab.id);
    });
    browser.commands.onCommand.addListener(onCommand);
    void wake();
  },
});

async function ownBoards(): Promise<BoardIndex> {
  const { client, account } = await currentClient();
  return readBoards(client, account.view.id);
}

async function wake(): Promise<void> {
  if (!(await browser.alarms.get(RENEWAL_ALARM)))
    await browser.alarms.create(RENEWAL_ALARM, { periodInMinutes: 24 * 60 });
  void syncSites().catch(() => undefined); // an update takes the registered scripts away
  void ensureWatch();
  await ensureAlarm(); // gone after a restart, and after an update
  await resumeSignIn(signInDeps);
  void readOnBoards().catch(() => undefined); // the next view asks again
  await sweep().catch(() => undefined); // an outbox that can't be read is said by its views
  await runner.reconcile();
}

/** Goes on with the boards where the worker was stopped among them. */
async function readOnBoards(): Promise<void> {
  if (!(await isWalkOpen())) return;
  const { client, account } = await currentClient();
  await loadBoards(client, account.view.id, { refresh: true });
}

/** Once a day, where the person asked for it. What can't be read today is read tomorrow. */
async function watch(): Promise<void> {
  await ensureWatch(); // the person may have asked for now, which took the daily alarm's place
  const { client, account } = await currentClient();
  await watchNumbers(client, account.view.id);
}

/** Once a day and at each start of the browser, so that a sign-in lasts as long as that is opened now and then. */
async function renew(): Promise<void> {
  const problem = await renewAccounts(tokens);
  if (!problem) return;
  await signInError.setValue(problem);
  announce({ kind: 'account', id: '' });
}

async function install(reason: string): Promise<void> {
  await makeMenus();
  // A browser that loads an unpacked extension calls every start an install: the page is for the first one only.
  if (reason !== 'install' || (await welcomed.getValue())) return;
  await welcomed.setValue(true);
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
