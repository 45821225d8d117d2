import { t } from '../../lib/i18n';
import type { Feature } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';
import { AccessTable } from './AccessTable';
import { AccountChip } from './AccountChip';
import { AccountFacts } from './AccountFacts';
import { Budget } from './Budget';

interface AccountPartProps {
  account: AccountStore;
  siteUrl: string;
  onConnect: (features?: Feature[]) => Promise<void>;
}

/** Who is connected: the current account, what it may do, and the others. */
export function AccountPart({ account, siteUrl, onConnect }: AccountPartProps) {
  const status = useStore(account, (state) => state.status);
  const who = useStore(account, (state) => state.account);
  const budget = useStore(account, (state) => state.budget);
  const all = useStore(account, (state) => state.accounts);
  const current = all.find(({ id }) => id === who?.id);
  const others = all.filter(({ id }) => id !== who?.id);
  if (status === 'locked') {
    return (
      <p>
        <a href="#passphrase">{t('errLocked')}</a>
      </p>
    );
  }
  if (!who) {
    return (
      <p>
        <Button kind="primary" busy={status === 'connecting'} onClick={() => void onConnect()}>
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
          onGrant={(features) => void onConnect(features)}
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
        <Button busy={status === 'connecting'} onClick={() => void onConnect()}>
          {t('accountAdd')}
        </Button>
      </p>
      <Budget budget={budget} />
      <AccessTable isTrial={Object.keys(budget).length > 0} />
    </>
  );
}
