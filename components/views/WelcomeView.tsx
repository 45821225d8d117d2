import './PageView.css';
import { t } from '../../lib/i18n';
import { needsSettings, type AccountStore } from '../../lib/state/account';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { LateHostsNotice } from '../hosts/LateHostsNotice';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';

interface WelcomeViewProps {
  account: AccountStore;
  onOpenOptions: () => void;
}

/** The first page after installing: what Tack does, what it may see, and how to begin. */
export function WelcomeView({ account, onOpenOptions }: WelcomeViewProps) {
  const who = useStore(account, (state) => state.account);
  const app = useStore(account, (state) => state.app);
  const status = useStore(account, (state) => state.status);
  const error = useStore(account, (state) => state.error);
  const connect = () => {
    if (needsSettings(app)) onOpenOptions();
    else void account.getState().connect();
  };
  return (
    <main class="sheet">
      <h1 class="sheet-title">{t('welcomeTitle')}</h1>
      <p>{t('welcomeWords')}</p>
      <p class="muted">{t('welcomeTry')}</p>
      <LateHostsNotice onGranted={() => void account.getState().load()} />
      {error && <ErrorNotice error={error} onAction={connect} />}
      <p class="sheet-row">
        {who ? (
          <span role="status">{t('connectedAs', who.username)}</span>
        ) : (
          <Button kind="primary" busy={status === 'connecting'} onClick={connect}>
            {t('connectPinterest')}
          </Button>
        )}
        <Button onClick={onOpenOptions}>{t('openSettings')}</Button>
      </p>
      <p class="small muted">{t('optionsPrivacyWords')}</p>
      <p class="tiny faint">{t('notAffiliated')}</p>
    </main>
  );
}
