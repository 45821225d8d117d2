import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';

import { loadCharts } from '../../components/stats/FigureView';
import { SidePanelView } from '../../components/views/SidePanelView';
import { followTheme } from '../../lib/appearance';
import { targetUrls } from '../../lib/auth/target';
import { showLanguage } from '../../lib/i18n';
import { libraryStart } from '../../lib/library/start';
import { send } from '../../lib/messages/send';
import { createAccountStore, followAccount, isOther } from '../../lib/state/account';
import { followActiveTab } from '../../lib/state/active-tab';
import { createBoardsStore, followBoards } from '../../lib/state/boards';
import { composeUrl } from '../../lib/state/compose-page';
import { createComposerStore } from '../../lib/state/composer';
import { atOnce, atRest, drawn } from '../../lib/state/drawn';
import { grantSite } from '../../lib/state/grant-site';
import { createLanesStore, followLanes } from '../../lib/state/lanes';
import { beginWithLastAccount } from '../../lib/state/last-account';
import { createOutboxStore, followJobs } from '../../lib/state/outbox';
import { followPageAsked, takePageAsked } from '../../lib/state/panel';
import { wakeOutbox } from '../../lib/state/silence';
import { readAhead } from '../../lib/stats/read';
import { readOriginal } from '../../lib/storage/bytes';

followTheme();
showLanguage();

const { signal } = new AbortController(); // the view lives as long as its document
const account = createAccountStore(send);
const composer = createComposerStore(send);
const boards = createBoardsStore(send);
const outbox = createOutboxStore(send);
const lanes = createLanesStore();

// Rows come from disk, and news of the account from the background, while the view is drawn for the first time.
const start = libraryStart(location.hash);
const asking = start ? null : takePageAsked(); // read before this script was there
// The background's work would hold up what is drawn first, and so would reading ten thousand boards.
account.subscribe((now, before) => {
  if (isOther(now, before))
    void drawn()
      .then(() => atRest())
      .then(() => boards.getState().load());
});
const begun = beginWithLastAccount(account);
const openAccount = async () => {
  await begun;
  if (account.getState().status === 'connected') await drawn();
  await account.getState().load();
};
void openAccount();
followJobs(outbox, signal);
void outbox.getState().load();
const asked = (await asking) ?? null;
const opensWithNumbers = !start && !asked;
// Both are in the answer that `asked` was; of the numbers only what day it is at Pinterest is waited for.
await atOnce([begun, opensWithNumbers && readAhead()]);

render(
  <SidePanelView
    {...{ account, composer, boards, outbox, lanes }}
    ask={send}
    siteUrl={targetUrls(import.meta.env).siteUrl}
    readBytes={readOriginal}
    {...{ start, asked }}
    followTab={followActiveTab}
    onPageAsked={followPageAsked}
    onGrantSite={grantSite}
    onOpenUrl={(url) => void browser.tabs.create({ url })}
    onOpenWindow={(tabId, draftId) => void browser.tabs.create({ url: composeUrl(tabId, draftId) })}
    onOpenOptions={() => void browser.runtime.openOptionsPage()}
    onAllowed={() => location.reload()}
  />,
  document.querySelector('#app')!,
);
// What the numbers are drawn with, which nothing before them waits for.
if (opensWithNumbers) void loadCharts();

followAccount(account, signal);
followBoards(boards, signal);
void followLanes(lanes, signal);
void wakeOutbox(outbox, send);
// What the panel does not open with comes once that is drawn.
requestIdleCallback(
  () => {
    void import('../../lib/state/follow-draft').then(({ followDraft }) =>
      followDraft(composer, signal, () => document.hasFocus()),
    );
    void import('../../components/keys/follow-keys').then(({ followKeys }) => followKeys());
  },
  { timeout: 500 },
);
