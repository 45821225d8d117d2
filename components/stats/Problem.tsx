import type { AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { featuresOf } from '../../lib/pinterest/scopes';
import { missingOf } from '../../lib/stats/missing';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Notice } from '../ui/Notice';
import type { StatsProps } from './stats-props';

export interface ProblemProps extends Omit<StatsProps, 'ask' | 'now'> {
  error: AppError;
  onRetry: () => void;
}

const ACCESS_GUIDE = 'https://developers.pinterest.com/docs/getting-started/connect-app/';

/** Why there are no numbers: what is missing and how to get it, or what went wrong. */
export function Problem({ error, account, siteUrl, onRetry, ...on }: ProblemProps) {
  const missing = missingOf(error, account);
  if (missing === 'personal')
    return <Personal {...{ siteUrl, onRetry }} onOpenUrl={on.onOpenUrl} />;
  if (missing === 'access')
    return (
      <Notice
        tone="hint"
        what={t('missingAccess')}
        todo={t('missingAccessTodo')}
        action={{ label: t('missingAccessAct'), run: () => on.onOpenUrl(ACCESS_GUIDE) }}
        more={{ label: t('actionRetry'), run: onRetry }}
      />
    );
  if (missing === 'sandbox')
    return <Notice tone="hint" what={t('errNotInSandbox')} todo={t('todoNotInSandbox')} />;
  return (
    <ErrorNotice
      isReading
      error={error}
      onAction={(action) => {
        if (action === 'connect') on.onConnect(featuresOf(error));
        else if (action === 'options') on.onOpenOptions();
        else onRetry();
      }}
    />
  );
}

/** That a personal account has no numbers, and how it comes to have them. */
export const Personal = ({
  siteUrl,
  onRetry,
  onOpenUrl,
}: Pick<ProblemProps, 'siteUrl' | 'onRetry' | 'onOpenUrl'>) => (
  <Notice
    tone="hint"
    what={t('missingPersonal')}
    todo={t('missingPersonalTodo')}
    action={{
      label: t('missingPersonalAct'),
      run: () => onOpenUrl(`${siteUrl}/business/convert/`),
    }}
    more={{ label: t('actionRetry'), run: onRetry }}
  />
);
