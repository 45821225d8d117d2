import { useEffect, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { isGranted } from '../../lib/pinterest/scopes';
import type { AdAccount } from '../../lib/pinterest/types-ads';
import { walkAdAccounts } from '../../lib/stats/ad-accounts';
import { Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { AdNumbers } from './AdNumbers';
import { Audience } from './Audience';
import { Problem } from './Problem';
import { Select } from './Select';
import type { StatsProps } from './stats-props';
import { useStats } from './use-stats';

/** Ads and audiences: Pinterest is asked for the permission here, once somebody wants them. */
export function Ads(props: StatsProps) {
  const { account, onConnect } = props;
  if (!isGranted(account?.scopes ?? [], 'ads'))
    return (
      <section class="stats-part" aria-label={t('adsTitle')}>
        <Notice
          tone="hint"
          what={t('errNeedsAds')}
          todo={t('todoNeedsAds')}
          action={{ label: t('scopesGrant'), run: () => onConnect(['ads']) }}
        />
      </section>
    );
  return <AdAccounts {...props} />;
}

function AdAccounts(props: StatsProps) {
  const { accounts, isBusy, error, retry } = useAdAccounts(props.ask);
  const [chosen, setChosen] = useState('');
  const current = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  return (
    <section class="stats-part" aria-label={t('adsTitle')} aria-busy={isBusy}>
      <h2>{t('adsTitle')}</h2>
      {error && <Problem {...props} error={error} onRetry={retry} />}
      {isBusy && !current && <Skeleton height="240px" />}
      {!isBusy && !error && !current && <p class="empty muted">{t('adsNone')}</p>}
      {current && (
        <>
          <Select
            label={t('adsAccount')}
            value={current.id}
            onChange={setChosen}
            options={accounts.map(({ id, name }) => ({ value: id, label: name ?? id }))}
          />
          <AccountLine key={current.id} {...props} listed={current} />
          <AdNumbers {...props} adAccountId={current.id} />
          <Audience {...props} adAccountId={current.id} />
        </>
      )}
    </section>
  );
}

/** All ad accounts, as far as they are read. */
function useAdAccounts(ask: Send) {
  const [accounts, setAccounts] = useState<AdAccount[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(true);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const shown = new AbortController();
    const { signal } = shown;
    setError(null);
    setBusy(true);
    walkAdAccounts(ask, setAccounts, { signal, refresh: tries > 0 })
      .catch((met: unknown) => signal.aborted || setError(toAppError(met)))
      .finally(() => signal.aborted || setBusy(false));
    return () => shown.abort();
  }, [ask, tries]);
  return { accounts, isBusy, error, retry: () => setTries(tries + 1) };
}

/** What the ad account is, and what it counts money in. */
function AccountLine({ ask, listed }: StatsProps & { listed: AdAccount }) {
  const { reply } = useStats(ask, 'ad_accounts/get', { ad_account_id: listed.id });
  const { currency, country, permissions = [] } = { ...listed, ...reply };
  const words = [country, currency && t('adsMoney', currency), permissions.join(', ')];
  return <p class="tiny muted">{words.filter(Boolean).join(' · ')}</p>;
}
