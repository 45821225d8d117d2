import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';

import { boardField } from '../../components/composer/BoardField';
import { PopupView } from '../../components/views/PopupView';
import { showTheme } from '../../lib/appearance';
import { showLanguage } from '../../lib/i18n';
import { send } from '../../lib/messages/send';
import { siteUrlOf } from '../../lib/site-url';
import { createAccountStore, followAccount, isOther } from '../../lib/state/account';
import { popupAhead } from '../../lib/state/ahead';
import { createBoardsStore, followBoards } from '../../lib/state/boards';
import { composeUrl, pageTabOf } from '../../lib/state/compose-page';
import { createComposerStore } from '../../lib/state/composer';
import type { Kept } from '../../lib/state/composer-state';
import { atLeisure, atOnce, atRest, drawn, opensUntil } from '../../lib/state/drawn';
import { grantSite } from '../../lib/state/grant-site';
import { keptDraft } from '../../lib/state/kept-draft';
import { beginWithLastAccount } from '../../lib/state/last-account';
import type { OutboxStore } from '../../lib/state/outbox';
import { openPanelAt, type PanelTab } from '../../lib/state/panel';
import { wakeOutbox } from '../../lib/state/silence';
import { leadOf } from '../../lib/state/tray';
import { readOriginal } from '../../lib/storage/bytes';

showTheme();
showLanguage();

const query = new URLSearchParams(location.search);
if (query.has('window')) document.documentElement.dataset['window'] = '';
const { signal } = new AbortController(); // the view lives as long as its document
const account = createAccountStore(send);
const composer = createComposerStore(send);
const boards = createBoardsStore(send);

let outboxLoading: Promise<OutboxStore> | null = null;
/** No part of the first load: most popups open while nothing is on its way. */
const loadOutbox = () => (outboxLoading ??= makeOutbox());
const makeOutbox = async () => {
  const { createOutboxStore, followJobs } = await import('../../lib/state/outbox');
  const outbox = createOutboxStore(send, 'open');
  followJobs(outbox, signal);
  await outbox.getState().load();
  return outbox;
};

const loadSites = async () => {
  const { createSitesStore, followSites } = await import('../../lib/state/sites');
  const sites = createSitesStore(send, (pattern) =>
    browser.permissions.request({ origins: [pattern] }).catch(() => false),
  );
  followSites(sites, signal);
  await sites.getState().load();
  return sites;
};

const ahead = popupAhead();
/** What was begun before, and what it can be sent with, are drawn first: the background's work would hold them up. */
const drawing = Promise.withResolvers<void>();
opensUntil(drawing.promise);
/** Whether anything was begun on the page is known, and the view is in its document. */
const [found, rendered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
const drawKept = async (id: number, url: string | undefined, show: (kept: Kept) => void) => {
  const kept = url ? await keptDraft({ id, url }, ahead) : null;
  if (kept) show(kept);
  found.resolve();
  if (!kept) return;
  await boardField;
  await rendered.promise;
  await drawn();
};
const openDraft = async () => {
  const page = await ahead.page;
  const id = pageTabOf(page);
  await composer
    .getState()
    .open(id, (show) => drawKept(id, page.url, show).finally(drawing.resolve));
};
const tabOfQuery = async () => pageTabOf(await ahead.page);
const openUrl = (url: string) => void browser.tabs.create({ url });
const openPanel = async (tab?: PanelTab) => {
  await openPanelAt(tab, tabOfQuery);
  window.close();
};
const openWindow = async () => {
  const { tabId, draft, tray, settle } = composer.getState();
  const lead = leadOf({ draft, tray });
  if (tabId === null || !lead) return;
  await settle(); // what was just typed is there, too
  openUrl(composeUrl(tabId, lead.id));
};

// What the view shows is on its way while it is drawn for the first time.
account.subscribe((now, before) => {
  if (isOther(now, before)) void drawing.promise.then(() => boards.getState().load());
});
const openAccount = async () => {
  await beginWithLastAccount(account);
  if (account.getState().status === 'connected') await drawing.promise;
  await account.getState().load();
};
const opened = openDraft();
for (const { resolve } of [found, drawing]) void opened.finally(resolve); // nothing waits for a draft that can't be opened
void openAccount();
const rows = boards.getState().begin(atRest());

await atOnce([found.promise, boardField, rows]);

render(
  <PopupView
    {...{ account, composer, boards, loadOutbox, loadSites }}
    ask={send}
    siteUrl={siteUrlOf(import.meta.env['WXT_OAUTH_URL'])}
    readBytes={readOriginal}
    onGrantSite={grantSite}
    onOpenUrl={openUrl}
    onOpenPanel={(tab) => void openPanel(tab)}
    onOpenWindow={() => void openWindow()}
    onOpenOptions={() => void browser.runtime.openOptionsPage()}
    onAllowed={() => location.reload()}
    onClose={() => window.close()}
  />,
  document.querySelector('#app')!,
);
rendered.resolve();

followAccount(account, signal);
followBoards(boards, signal);
/** What the popup does not open with comes once that is drawn. */
const goOn = async () => {
  await atLeisure(250);
  void wakeOutbox(account, send);
  const [{ followDraft }, { followKeys }] = await Promise.all([
    import('../../lib/state/follow-draft'),
    import('../../components/keys/follow-keys'),
  ]);
  followDraft(composer, signal);
  followKeys();
};
void goOn();
