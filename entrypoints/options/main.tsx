import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';

import { OptionsView } from '../../components/views/OptionsView';
import { targetUrls } from '../../lib/auth/target';
import { send } from '../../lib/messages/send';
import { createAccountStore, followAccount } from '../../lib/state/account';

const account = createAccountStore(send);

render(
  <OptionsView
    account={account}
    siteUrl={targetUrls(import.meta.env).siteUrl}
    onCopy={(text) => void navigator.clipboard.writeText(text)}
    onAskForTab={() => browser.permissions.request({ origins: ['http://localhost/*'] })}
  />,
  document.querySelector('#app')!,
);
void account.getState().load();
followAccount(account, new AbortController().signal);
