import './AccountForms.css';
import { useState } from 'preact/hooks';

import type { EnvironmentName } from '../../lib/auth/types';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { EnvironmentChoice } from './AppForm';

interface TokenFormProps {
  /** The environment that this build or app is for; `local` leaves no choice. */
  environment: EnvironmentName;
  busy: boolean;
  onConnect: (accessToken: string, environment: EnvironmentName) => void;
}

/** Connects with an access token in place of an app: two minutes to see whether Tack is worth the set-up. */
export function TokenForm({ environment: given, busy, onConnect }: TokenFormProps) {
  const [token, setToken] = useState('');
  const [environment, setEnvironment] = useState(given);
  const missing = token.trim() === '';
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing) return;
        onConnect(token, environment);
        setToken(''); // it stands nowhere but in the vault from here on
      }}
    >
      <TextField
        label={t('tokenField')}
        value={token}
        onInput={setToken}
        secret
        spellcheck={false}
      />
      <EnvironmentChoice given={given} value={environment} onChange={setEnvironment} />
      <p class="account-buttons">
        <Button type="submit" disabled={missing} busy={busy}>
          {t('tokenConnect')}
        </Button>
      </p>
    </form>
  );
}
