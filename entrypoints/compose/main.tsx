import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';

import { ComposeView } from '../../components/views/ComposeView';
import { followTheme } from '../../lib/appearance';
import { targetUrls } from '../../lib/auth/target';
import { showLanguage } from '../../lib/i18n';
import { send } from '../../lib/messages/send';
import { createAccountStore, followAccount, isOther } from '../../lib/state/account';
import { createBoardsStore, followBoards } from '../../lib/state/boards';
import { createComposerStore } from '../../lib/state/composer';
import { followDraft } from '../../lib/state/follow-draft';
import { grantSite } from '../../lib/state/grant-site';
import { createOutboxStore, followJobs } from '../../lib/state/outbox';
import { openPanelAt } from '../../lib/state/panel';
import { wakeOutbox } from '../../lib/state/silence';
import { readOriginal } from '../../lib/storage/bytes';

followTheme();
showLanguage();

const query = new URLSearchParams(location.search);
const tabId = Number(query.get('tab'));
const { signal } = new AbortController(); // the view lives as long as its document
const account = createAccountStore(send);
const composer = createComposerStore(send);
const boards = createBoardsStore(send);
const outbox = createOutboxStore(send, 'open');
followJobs(outbox, signal);
void outbox.getState().load();

const toPage = async () => {
  await browser.tabs.update(tabId, { active: true }).catch(() => undefined); // closed meanwhile
  window.close();
};

render(
  <ComposeView
    {...{ account, composer, boards, outbox }}
    ask={send}
    siteUrl={targetUrls(import.meta.env).siteUrl}
    readBytes={readOriginal}
    onOpen={() => void composer.getState().openDraft(query.get('draft') ?? '', tabId)}
    onGrantSite={grantSite}
    onOpenUrl={(url) => void browser.tabs.create({ url })}
    onOpenPanel={() => void openPanelAt('page', async () => tabId).then(toPage)}
    onPage={() => void toPage()}
    onOpenOptions={() => void browser.runtime.openOptionsPage()}
    onAllowed={() => location.reload()}
  />,
  document.querySelector('#app')!,
);

followAccount(account, signal);
followDraft(composer, signal, () => document.hasFocus());
followBoards(boards, signal);
account.subscribe((now, before) => {
  if (isOther(now, before)) void boards.getState().load();
});
void account.getState().load();
void wakeOutbox(account, send);
void import('../../components/keys/follow-keys').then(({ followKeys }) => followKeys());
