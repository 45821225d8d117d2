import '../account/AccountForms.css';
import { useState } from 'preact/hooks';

import { forgetPassphrase, unlock } from '../../lib/auth/passphrase';
import { errorText } from '../../lib/error-text';
import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { useDoing } from './use-doing';

interface UnlockProps {
  /** Asks the background. */
  ask: Send;
}

/** Asks for the passphrase. What waited goes on once it was given; other views hear of it by themselves. */
export function Unlock({ ask }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('');
  const [hasForgotten, setForgotten] = useState(false);
  const { isBusy, error, run } = useDoing();
  const wrong = error && errorText(error);
  const enter = () =>
    run(async () => {
      await unlock(passphrase);
      await ask('outbox/wake', {}).catch(() => undefined); // it wakes by itself a little later
    });
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase) void enter();
      }}
    >
      <Notice what={t('errLocked')} todo={t('todoLocked')} action={null} />
      <TextField
        label={t('passphraseTitle')}
        value={passphrase}
        onInput={setPassphrase}
        error={wrong && `${wrong.what} ${wrong.todo}`}
        secret
        spellcheck={false}
      />
      <p class="account-buttons">
        <Button type="submit" kind="primary" disabled={!passphrase} busy={isBusy}>
          {t('passphraseUnlock')}
        </Button>
        {!hasForgotten && (
          <Button kind="plain" onClick={() => setForgotten(true)}>
            {t('passphraseForgot')}
          </Button>
        )}
      </p>
      {hasForgotten && (
        <Notice
          what={t('passphraseForgotWords')}
          action={{ label: t('passphraseForgotYes'), run: () => void run(forgetPassphrase) }}
          onDismiss={() => setForgotten(false)}
        />
      )}
    </form>
  );
}
