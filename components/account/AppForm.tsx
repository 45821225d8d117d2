import './AccountForms.css';
import { useState } from 'preact/hooks';

import type { AppChoice, AppView, EnvironmentName } from '../../lib/auth/types';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Segmented } from '../ui/Segmented';

interface AppFormProps {
  app: AppView;
  /** What is signed in with, where it was chosen before; else it is chosen here. */
  kind?: AppChoice['kind'];
  onSave: (choice: AppChoice) => Promise<boolean>;
  onCopy: (text: string) => void;
}

/** What Tack signs in with: an app of the person's own, or the address of a broker that has one. */
export function AppForm({ app, kind: given, onSave, onCopy }: AppFormProps) {
  const [kind, setKind] = useState(given ?? (app.brokerUrl ? 'broker' : 'own'));
  const [appId, setAppId] = useState(app.brokerUrl ? '' : app.appId);
  const [appSecret, setAppSecret] = useState('');
  const [inTab, setInTab] = useState(app.inTab);
  const [brokerUrl, setBrokerUrl] = useState(app.brokerUrl);
  const [environment, setEnvironment] = useState(app.environment);
  const [saved, setSaved] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const isOwn = kind === 'own';
  const missing = isOwn
    ? !/^\d+$/.test(appId.trim()) || appSecret.trim() === ''
    : brokerUrl.trim() === '';
  const redirectUri = app.redirectUris[isOwn && inTab ? 'tab' : 'browser'];
  const choice: AppChoice = isOwn
    ? { kind, appId, appSecret, environment, inTab }
    : { kind, brokerUrl, environment };
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing) return;
        setSaved(false);
        void onSave(choice).then(setSaved);
      }}
    >
      {!given && (
        <Segmented
          label={t('appKind')}
          showLabel
          value={kind}
          onChange={setKind}
          options={[
            { value: 'own', label: t('appKindOwn') },
            { value: 'broker', label: t('appKindBroker') },
          ]}
        />
      )}
      {isOwn && (
        <>
          <TextField
            label={t('appId')}
            value={appId}
            onInput={setAppId}
            error={/^\d*$/.test(appId.trim()) ? null : t('appIdDigits')}
            spellcheck={false}
          />
          <TextField
            label={t('appSecret')}
            value={appSecret}
            onInput={setAppSecret}
            secret
            spellcheck={false}
            placeholder={app.hasSecret ? t('appSecretKept') : ''}
          />
        </>
      )}
      {!isOwn && (
        <>
          <p class="small muted">{t('appBrokerWords')}</p>
          <TextField
            label={t('appBroker')}
            type="url"
            value={brokerUrl}
            onInput={setBrokerUrl}
            spellcheck={false}
            placeholder="https://"
          />
        </>
      )}
      <EnvironmentChoice given={app.environment} value={environment} onChange={setEnvironment} />
      {isOwn && (
        <>
          <Segmented
            label={t('appAnswer')}
            showLabel
            value={inTab ? 'tab' : 'browser'}
            onChange={(way) => setInTab(way === 'tab')}
            options={[
              { value: 'browser', label: t('appAnswerBrowser') },
              { value: 'tab', label: t('appAnswerTab') },
            ]}
          />
          {inTab && <p class="small muted">{t('appAnswerTabWords')}</p>}
        </>
      )}
      <TextField
        label={t('appRedirect')}
        value={redirectUri}
        onInput={() => undefined}
        readOnly
        hint={t(isOwn ? 'appRedirectHint' : 'appRedirectBrokerHint')}
        spellcheck={false}
      />
      <p class="account-buttons">
        <Button
          onClick={() => {
            onCopy(redirectUri);
            setCopied(true);
          }}
        >
          {t(isCopied ? 'appCopied' : 'actionCopyRedirect')}
        </Button>
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

interface EnvironmentChoiceProps {
  /** The environment of the build; `local` leaves no choice. */
  given: EnvironmentName;
  value: EnvironmentName;
  onChange: (value: EnvironmentName) => void;
}

/** Production or the sandbox: a token of one is refused by the other. */
export function EnvironmentChoice({ given, value, onChange }: EnvironmentChoiceProps) {
  if (given === 'local') return null;
  return (
    <Segmented
      label={t('appEnvironment')}
      showLabel
      value={value}
      onChange={onChange}
      options={[
        { value: 'production', label: t('appProduction') },
        { value: 'sandbox', label: t('appSandbox') },
      ]}
    />
  );
}
