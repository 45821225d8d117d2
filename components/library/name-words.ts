import { formatNumber, t } from '../../lib/i18n';
import { NAME_LIMIT, type NameProblem } from '../../lib/library/names';

/** Says what is wrong with a name. */
export function nameWords(problem: NameProblem): string {
  if (problem === 'empty') return t('nameEmpty');
  return problem === 'long' ? t('nameLong', formatNumber(NAME_LIMIT)) : t('nameTaken');
}
