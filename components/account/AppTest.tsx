import './AccountForms.css';
import type { AppCheck } from '../../lib/auth/types';
import { errorText } from '../../lib/error-text';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface AppTestProps {
  check: AppCheck | 'running' | null;
  /** Whether there is an app to try. */
  enabled: boolean;
  onRun: () => void;
}

/** Tries the app that is saved, and says of each part of it whether it is right. */
export function AppTest({ check, enabled, onRun }: AppTestProps) {
  const found = check === 'running' ? null : check;
  return (
    <div class="account-form">
      <p class="account-buttons">
        <Button onClick={onRun} disabled={!enabled} busy={check === 'running'}>
          {t('appTest')}
        </Button>
        <span class="small muted">{t('appTestWords')}</span>
      </p>
      <div aria-live="polite">
        {found && (
          <ul class="account-checks small">
            <Line name={t('appTestSecret')} result={found.secret} />
            <Line name={t('appTestRedirect')} result={found.redirect} />
          </ul>
        )}
      </div>
    </div>
  );
}

function Line({ name, result }: { name: string; result: AppCheck['redirect'] }) {
  if (result === 'untested') return <li class="faint">{t('appTestNot', name)}</li>;
  if (result === 'at-connect') return <li>{t('appTestAtConnect', name)}</li>;
  if (!result) return <li>{t('appTestGood', name)}</li>;
  const { what, todo } = errorText(result);
  return (
    <li>
      <b>{t('appTestBad', name)}</b> {what} <span class="muted">{todo}</span>
    </li>
  );
}
