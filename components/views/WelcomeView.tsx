import './PageView.css';
import '../welcome/Welcome.css';
import type { ComponentChildren } from 'preact';

import { t } from '../../lib/i18n';
import type { Feature } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import { LateHostsNotice } from '../hosts/LateHostsNotice';
import { Button } from '../ui/Button';
import { TackMark } from '../ui/icons';
import { useStore } from '../use-store';
import { AtHand } from '../welcome/AtHand';
import { ConnectSteps } from '../welcome/ConnectSteps';
import { MaySee } from '../welcome/MaySee';
import { Practice } from '../welcome/Practice';
import { AccountError } from './AccountError';

interface WelcomeViewProps {
  account: AccountStore;
  siteUrl: string;
  /** A public address of the picture to practise with. */
  sampleUrl: string;
  onCopy: (text: string) => void;
  onOpenUrl: (url: string) => void;
  onOpenOptions: () => void;
  /** Asks the browser to let Tack see the address of a sign-in's tab; without that, the address is pasted. */
  onAskForTab: () => Promise<unknown>;
}

/** The first page after installing: what Tack does, what it may see, a try without an account, and the way to one. */
export function WelcomeView(props: WelcomeViewProps) {
  const { account, onCopy, onOpenUrl, onOpenOptions } = props;
  const app = useStore(account, (state) => state.app);
  const connect = async (features: Feature[] = []) => {
    if (app?.inTab) await props.onAskForTab().catch(() => undefined);
    await account.getState().connect(features);
  };
  return (
    <main class="sheet">
      <header class="sheet-part">
        <p class="welcome-head">
          <TackMark />
          <b>{t('appName')}</b>
        </p>
        <h1 class="sheet-title">{t('welcomeTitle')}</h1>
        <p>{t('welcomeWords')}</p>
      </header>
      <LateHostsNotice onGranted={() => void account.getState().load()} />
      <Part title={t('welcomeTryTitle')}>
        <p class="muted">{t('welcomeTry')}</p>
        <Practice siteUrl={props.siteUrl} sampleUrl={props.sampleUrl} onOpenUrl={onOpenUrl} />
      </Part>
      <Part title={t('welcomeSeeTitle')}>
        <MaySee />
      </Part>
      <Part title={t('welcomeHandTitle')}>
        <AtHand />
      </Part>
      <Part title={t('welcomeConnectTitle')}>
        <p class="muted">{t('welcomeConnectWords')}</p>
        <AccountError
          {...{ account, onOpenUrl, onOpenOptions }}
          siteUrl={props.siteUrl}
          onConnect={(features) => void connect(features)}
        />
        <ConnectSteps account={account} onCopy={onCopy} onConnect={() => void connect()} />
      </Part>
      <p class="sheet-row">
        <Button onClick={onOpenOptions}>{t('openSettings')}</Button>
        <span class="tiny faint">{t('notAffiliated')}</span>
      </p>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="sheet-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
