import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';

import { WelcomeView } from '../../components/views/WelcomeView';
import { followTheme } from '../../lib/appearance';
import { send } from '../../lib/messages/send';
import { createAccountStore } from '../../lib/state/account';

followTheme();

const account = createAccountStore(send);

render(
  <WelcomeView account={account} onOpenOptions={() => void browser.runtime.openOptionsPage()} />,
  document.querySelector('#app')!,
);
void account.getState().load();
