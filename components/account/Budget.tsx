import { formatNumber, t, type MessageKey } from '../../lib/i18n';
import type { DailyBudget } from '../../lib/pinterest/daily-budget';

const categoryText: Readonly<Record<string, MessageKey>> = {
  org_read: 'budgetRead',
  org_write: 'budgetWrite',
  org_analytics: 'budgetAnalytics',
  ads_read: 'budgetAds',
  ads_analytics: 'budgetAds',
};

/** What is left of today's calls, for apps that Pinterest counts by the day: those with Trial access. */
export function Budget({ budget }: { budget: Readonly<Record<string, DailyBudget>> }) {
  const lines = Object.entries(budget).filter(([category]) => categoryText[category]);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{t('budgetTitle')}</h3>
      <ul class="small muted">
        {lines.map(([category, { remaining, limit }]) => (
          <li key={category} class="num">
            {t(
              'budgetLine',
              t(categoryText[category] ?? 'budgetRead'),
              formatNumber(remaining),
              formatNumber(limit),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
