import { t } from '../i18n';

/** Controls that are not seen, and turn the reading direction of all that stands behind them. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Gives a name of Pinterest's as it can be read: one of which nothing is to be seen says so, else its row would be empty. */
export function readableName(name: string): string {
  const readable = name.replace(controls, '').trim();
  return readable === '' ? t('boardNameless') : readable;
}
