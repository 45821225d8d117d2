import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';

import { OptionsView } from '../../components/views/OptionsView';
import { followTheme } from '../../lib/appearance';
import { targetUrls } from '../../lib/auth/target';
import { showLanguage, t } from '../../lib/i18n';
import { send } from '../../lib/messages/send';
import { createAccountStore, followAccount } from '../../lib/state/account';
import { createDetailsStore } from '../../lib/state/details';
import { followDay } from '../../lib/state/follow-day';
import { createScheduleStore } from '../../lib/state/schedule';
import { wakeOutbox } from '../../lib/state/silence';
import { createSitesStore, followSites } from '../../lib/state/sites';

followTheme();
showLanguage();
document.title = t('optionsTitle');

const account = createAccountStore(send, true);
const allowed = createSitesStore(send, (pattern) =>
  browser.permissions.request({ origins: [pattern] }).catch(() => false),
);
const { signal } = new AbortController(); // the view lives as long as its document
const details = createDetailsStore(send);
const schedule = createScheduleStore(send);

/** A link that is clicked once: a download needs no permission then. */
function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // the browser has begun to write by then
}

render(
  <OptionsView
    account={account}
    allowed={allowed}
    details={details}
    schedule={schedule}
    siteUrl={targetUrls(import.meta.env).siteUrl}
    ask={send}
    onSaveText={saveText}
    onCopy={(text) => navigator.clipboard.writeText(text)}
    onAskForTab={() => browser.permissions.request({ origins: ['http://localhost/*'] })}
  />,
  document.querySelector('#app')!,
);
void account.getState().load();
followAccount(account, signal);
followDay(account, signal);
void allowed.getState().load();
followSites(allowed, signal);
void details.getState().load();
void schedule.getState().load();
void wakeOutbox(account, send);
void import('../../components/keys/follow-keys').then(({ followKeys }) => followKeys());
