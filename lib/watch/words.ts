import { formatPercent } from '../format';
import { formatNumber, t } from '../i18n';
import type { WatchNews, WatchRule } from './rules';

/** A rule as a sentence about what came to pass. */
export const newsText = ({ rule }: Pick<WatchNews, 'rule'>): string => {
  const metric = t(`metric_${rule.metric}`);
  if (rule.kind === 'passes') return t('watchPassed', formatNumber(rule.value), metric);
  return t(rule.kind === 'falls' ? 'watchFell' : 'watchRose', metric, formatPercent(rule.share));
};

/** What a rule looks out for. */
export function ruleText({ kind, metric }: Pick<WatchRule, 'kind' | 'metric'>): string {
  const words = { passes: 'watchPasses', falls: 'watchFalls', rises: 'watchRises' } as const;
  return t(words[kind], t(`metric_${metric}`));
}
