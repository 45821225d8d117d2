import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { atMost } from '../../lib/at-most';
import { targetUrls } from '../../lib/auth/target';
import { noteError } from '../../lib/diagnostics/last-errors';
import { menuTarget } from '../../lib/drafts/menu-target';
import { serve } from '../../lib/messages/receive';
import { followOmnibox } from '../../lib/omnibox';
import { followNotifications } from '../../lib/outbox/notified';
import { followUpdates } from '../../lib/outbox/update';
import { menuPlaces, welcomed } from '../../lib/storage/items';
import { pageBadge, quickMode, tabSignInUntil, watchSettings } from '../../lib/storage/late-items';
import { WATCH_ALARM } from '../../lib/watch/alarm';
import { RENEWAL_ALARM } from './alarms';
import { onCommand, pinAtOnce, startFromMenu } from './commands';
import { followTabs, followTabsAlways } from './follow-tabs';
import { handlers } from './handlers';
import { isQuick, makeMenus } from './menus';
import { reconcile } from './reconcile';
import { openComposer } from './session';

const { siteUrl } = targetUrls(import.meta.env);

/** What is loaded after the listeners: most events need none of it. */
const upkeep = () => import('./upkeep');

/**
 * Every listener is registered at once: an event that wakes the worker waits for no promise. What a listener needs besides is
 * loaded when it is called, so that a worker is soon awake, whatever it wakes for (docs/decisions/0034-worker-parts.md).
 */
export default defineBackground({
  // Chrome's worker loads its parts by importScripts, which no worker of modules has; Firefox's page loads modules.
  type: { firefox: 'module' },
  main() {
    const answered = serve(handlers, (type, error) => void noteError(type, error));
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === WATCH_ALARM) void upkeep().then(({ watch }) => watch());
      else if (name === RENEWAL_ALARM) void upkeep().then(({ renew }) => renew());
      else void reconcile();
    });
    browser.runtime.onStartup.addListener(() => {
      void reconcile();
      void upkeep().then(({ renew }) => renew()); // a browser that is never open for a whole day hears no alarm of that length
    });
    browser.runtime.onInstalled.addListener(({ reason }) => void install(reason));
    watchSettings.watch(
      () => void import('../../lib/watch/run').then(({ ensureWatch }) => ensureWatch()),
    );
    menuPlaces.watch(() => void makeMenus());
    quickMode.watch(() => void makeMenus());
    followUpdates(() => void reconcile());
    followNotifications();
    browser.permissions.onAdded.addListener(() => {
      followNotifications(); // may be what was added
      void reconcile(); // so may be what it waits for
      void syncSites();
    });
    browser.permissions.onRemoved.addListener(() => void syncSites());
    if (import.meta.env.FIREFOX) followTabsAlways();
    pageBadge.watch(() => void followTabs());
    tabSignInUntil.watch(() => void followTabs());
    followOmnibox(() => upkeep().then(({ ownBoards }) => ownBoards()), siteUrl);
    browser.contextMenus.onClicked.addListener((click, tab) => {
      if (tab?.id === undefined) return;
      const target = menuTarget(click);
      if (isQuick(click.menuItemId)) {
        pinAtOnce(tab.id, target, click.frameId);
        return;
      }
      // Both begin now: the popup needs the click's own moment in Firefox, and waits for the draft by itself.
      void startFromMenu(tab.id, target, click.frameId);
      void openComposer(tab.id);
    });
    browser.commands.onCommand.addListener(onCommand);
    void afterWhatWoke(answered)
      .then(upkeep)
      .then(({ wake }) => wake());
  },
});

/** Calls to the browser in which whatever woke the worker reaches it: its answers come in line with events. */
const CALLS = 8;

/** What is asked first may take as long as it likes, and the upkeep waits no longer than this, ms. */
const LONGEST_MS = 1000;

/**
 * What woke the worker comes first, and its answer: the popup waits for it, and to load what the upkeep needs takes 30 ms in which nothing
 * else is heard. A call to the browser holds a worker that nothing woke, one that was turned on again; a timer does not.
 */
async function afterWhatWoke(answered: () => Promise<unknown>): Promise<void> {
  for (let call = 0; call < CALLS; call += 1) await browser.runtime.getPlatformInfo();
  await atMost(LONGEST_MS, answered());
}

const syncSites = () =>
  import('../../lib/sites/allowed').then((sites) => sites.syncSites()).catch(() => undefined);

async function install(reason: string): Promise<void> {
  await makeMenus();
  // A browser that loads an unpacked extension calls every start an install: the page is for the first one only.
  if (reason !== 'install' || (await welcomed.getValue())) return;
  await welcomed.setValue(true);
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
