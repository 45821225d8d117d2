import './PageView.css';
import { t } from '../../lib/i18n';
import type { AccountStore } from '../../lib/state/account';
import { AccountChip } from '../account/AccountChip';
import { AccountFacts } from '../account/AccountFacts';
import { AppForm } from '../account/AppForm';
import { Budget } from '../account/Budget';
import { TokenForm } from '../account/TokenForm';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';

interface OptionsViewProps {
  account: AccountStore;
  siteUrl: string;
  onCopy: (text: string) => void;
}

/** Settings: who is connected, with which app, and what Tack may see. */
export function OptionsView({ account, siteUrl, onCopy }: OptionsViewProps) {
  const app = useStore(account, (state) => state.app);
  const error = useStore(account, (state) => state.error);
  const status = useStore(account, (state) => state.status);
  return (
    <main class="sheet">
      <h1 class="sheet-title">{t('optionsTitle')}</h1>
      {error && (
        <ErrorNotice
          error={error}
          onDismiss={() => account.getState().dismissError()}
          onAction={(action) => {
            if (action === 'copy-redirect') onCopy(app?.redirectUri ?? '');
            else void account.getState().connect();
          }}
        />
      )}
      <section class="sheet-part">
        <h2>{t('optionsAccount')}</h2>
        <AccountPart account={account} siteUrl={siteUrl} />
      </section>
      <section class="sheet-part">
        <h2>{t('optionsApp')}</h2>
        <p class="muted">{t('optionsAppWords')}</p>
        {app && <AppForm app={app} onSave={account.getState().saveApp} onCopy={onCopy} />}
      </section>
      <section class="sheet-part">
        <h2>{t('tokenTitle')}</h2>
        <p class="muted">{t('tokenWords')}</p>
        {app && (
          <TokenForm
            environment={app.environment}
            busy={status === 'connecting'}
            onConnect={(token, environment) => void account.getState().paste(token, environment)}
          />
        )}
      </section>
      <section class="sheet-part">
        <h2>{t('optionsPrivacy')}</h2>
        <p class="muted">{t('optionsPrivacyWords')}</p>
        <p class="tiny faint">{t('notAffiliated')}</p>
      </section>
    </main>
  );
}

function AccountPart({ account, siteUrl }: Pick<OptionsViewProps, 'account' | 'siteUrl'>) {
  const status = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account);
  const budget = useStore(account, (state) => state.budget);
  const all = useStore(account, (state) => state.accounts);
  const current = all.find(({ id }) => id === who?.id);
  const others = all.filter(({ id }) => id !== who?.id);
  if (!who) {
    return (
      <p>
        <Button
          kind="primary"
          busy={status === 'connecting'}
          onClick={() => void account.getState().connect()}
        >
          {t('connectPinterest')}
        </Button>
      </p>
    );
  }
  return (
    <>
      <p class="sheet-row">
        <AccountChip account={who} />
        <span>{t('connectedAs', who.username)}</span>
        <Button onClick={() => void account.getState().disconnect(who.id)}>{t('signOut')}</Button>
      </p>
      <p class="small muted">
        {t('signOutWords')}{' '}
        <a href={`${siteUrl}/settings/security`} target="_blank" rel="noreferrer">
          {t('signOutLink')}
        </a>
      </p>
      {current && (
        <AccountFacts
          account={current}
          busy={status === 'connecting'}
          onGrant={() => void account.getState().connect()}
        />
      )}
      {others.map((other) => (
        <p class="sheet-row" key={other.id}>
          <AccountChip account={other} />
          <Button onClick={() => void account.getState().use(other.id)}>
            {t('accountUse', other.username)}
          </Button>
          <Button kind="plain" onClick={() => void account.getState().disconnect(other.id)}>
            {t('signOutOf', other.username)}
          </Button>
        </p>
      ))}
      <p>
        <Button busy={status === 'connecting'} onClick={() => void account.getState().connect()}>
          {t('accountAdd')}
        </Button>
      </p>
      <Budget budget={budget} />
    </>
  );
}
