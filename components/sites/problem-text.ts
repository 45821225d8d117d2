import { t } from '../../lib/i18n';
import type { SitesState } from '../../lib/state/sites';

/** Says why a site was not allowed; null where nothing is wrong. */
export function problemText(problem: SitesState['problem']): string | null {
  if (!problem) return null;
  return problem.kind === 'declined' ? t('allowedDeclined', problem.host) : t('allowedNoSite');
}
