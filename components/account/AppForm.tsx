import './AccountForms.css';
import { useState } from 'preact/hooks';

import type { AppView, EnvironmentName } from '../../lib/auth/types';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Segmented } from '../ui/Segmented';

interface AppFormProps {
  app: AppView;
  onSave: (app: {
    appId: string;
    appSecret: string;
    environment: EnvironmentName;
  }) => Promise<boolean>;
  onCopy: (text: string) => void;
}

/** The person's own Pinterest app: its id, its secret, and the address that has to stand in its list. */
export function AppForm({ app, onSave, onCopy }: AppFormProps) {
  const [appId, setAppId] = useState(app.appId);
  const [appSecret, setAppSecret] = useState('');
  const [environment, setEnvironment] = useState(app.environment);
  const [saved, setSaved] = useState(false);
  const missing = !/^\d+$/.test(appId.trim()) || appSecret.trim() === '';
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing) void onSave({ appId, appSecret, environment }).then(setSaved);
      }}
    >
      <TextField label={t('appId')} value={appId} onInput={setAppId} spellcheck={false} />
      <TextField
        label={t('appSecret')}
        value={appSecret}
        onInput={setAppSecret}
        secret
        spellcheck={false}
        placeholder={app.hasSecret ? t('appSecretKept') : ''}
      />
      {app.environment !== 'local' && (
        <Segmented
          label={t('appEnvironment')}
          showLabel
          value={environment}
          onChange={setEnvironment}
          options={[
            { value: 'production', label: t('appProduction') },
            { value: 'sandbox', label: t('appSandbox') },
          ]}
        />
      )}
      <TextField
        label={t('appRedirect')}
        value={app.redirectUri}
        onInput={() => undefined}
        readOnly
        hint={t('appRedirectHint')}
        spellcheck={false}
      />
      <p class="account-buttons">
        <Button onClick={() => onCopy(app.redirectUri)}>{t('actionCopyRedirect')}</Button>
        <Button type="submit" disabled={missing}>
          {t('actionSave')}
        </Button>
        <span role="status" class="muted small">
          {saved && t('appSaved')}
        </span>
      </p>
    </form>
  );
}
