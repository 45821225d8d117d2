import { useState } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import type { AudienceShare, AudienceType } from '../../lib/pinterest/types-ads';
import { Skeleton } from '../ui/Skeleton';
import { Bars } from './Bars';
import { Problem } from './Problem';
import { ReadAt } from './ReadAt';
import { Select } from './Select';
import type { AdProps } from './stats-props';
import { useStats } from './use-stats';

const TYPES = [
  'YOUR_TOTAL_AUDIENCE',
  'YOUR_ENGAGED_AUDIENCE',
  'PINTEREST_TOTAL_AUDIENCE',
] as const satisfies AudienceType[];

const GROUPS = ['ages', 'genders', 'devices', 'countries', 'metros'] as const;

/** Who the audience is, as far as Pinterest tells: shares of ages, genders, devices, places and interests. */
export function Audience({ adAccountId, ...props }: AdProps) {
  const { ask } = props;
  const [type, setType] = useState<AudienceType>('YOUR_TOTAL_AUDIENCE');
  const scopes = useStats(ask, 'audience_insights_scope_and_type/get', {
    ad_account_id: adAccountId,
  });
  const question = { ad_account_id: adAccountId, audience_insight_type: type };
  const { reply, readAt, error, isBusy, refresh } = useStats(
    ask,
    'audience_insights/get',
    question,
  );
  const counted = scopes.reply?.items?.find(({ date }) => date)?.date;
  const shares = GROUPS.map((name) => [name, reply?.demographics?.[name] ?? []] as const);
  const isEmpty = shares.every(([, list]) => list.length === 0) && !reply?.categories?.length;
  return (
    <section class="stats-list" aria-label={t('audienceTitle')} aria-busy={isBusy}>
      <h3>{t('audienceTitle')}</h3>
      <Select
        label={t('audienceOf')}
        value={type}
        onChange={setType}
        options={TYPES.map((value) => ({ value, label: t(`audience_${value}`) }))}
      />
      {error && <Problem {...props} error={error} onRetry={refresh} />}
      {!reply && !error && <Skeleton height="160px" />}
      {reply && (
        <p class="tiny muted">
          {reply.size !== undefined &&
            t(
              reply.size_is_upper_bound ? 'audienceUpTo' : 'audienceSize',
              formatNumber(reply.size),
            )}{' '}
          {(reply.date ?? counted) && t('audienceDate', reply.date ?? counted ?? '')}
        </p>
      )}
      {reply && isEmpty && <p class="empty muted">{t('audienceNothing')}</p>}
      {shares.map(([name, list]) => (
        <Shares key={name} title={t(`audienceGroup_${name}`)} shares={list} />
      ))}
      {reply?.categories && <Shares title={t('audienceInterests')} shares={reply.categories} />}
      {reply && <ReadAt {...{ readAt, isBusy }} onRefresh={refresh} />}
    </section>
  );
}

function Shares({ title, shares }: { title: string; shares: readonly AudienceShare[] }) {
  if (shares.length === 0) return null;
  return (
    <>
      <h4 class="small">{title}</h4>
      <Bars
        label={title}
        bars={shares.map(({ key = '', name, ratio }) => ({
          key,
          label: name ?? key,
          share: ratio ?? null,
        }))}
      />
    </>
  );
}
