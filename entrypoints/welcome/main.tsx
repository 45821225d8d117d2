import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';

import { WelcomeView } from '../../components/views/WelcomeView';
import { followTheme } from '../../lib/appearance';
import { targetUrls } from '../../lib/auth/target';
import { showLanguage, t } from '../../lib/i18n';
import { send } from '../../lib/messages/send';
import { createAccountStore, followAccount } from '../../lib/state/account';

followTheme();
showLanguage();
document.title = t('welcomeTitle');

const account = createAccountStore(send);
const { siteUrl, sampleUrl } = targetUrls(import.meta.env);

render(
  <WelcomeView
    account={account}
    siteUrl={siteUrl}
    sampleUrl={sampleUrl}
    onCopy={(text) => void navigator.clipboard.writeText(text)}
    onOpenUrl={(url) => void browser.tabs.create({ url })}
    onOpenOptions={() => void browser.runtime.openOptionsPage()}
    onAskForTab={() => browser.permissions.request({ origins: ['http://localhost/*'] })}
  />,
  document.querySelector('#app')!,
);
void account.getState().load();
followAccount(account, new AbortController().signal); // as long as its document lives
void import('../../components/keys/follow-keys').then(({ followKeys }) => followKeys());
