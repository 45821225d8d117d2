import './AccountForms.css';
import { useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';

/** For a sign-in in a tab whose address Tack may not read: the person pastes it. */
export function TabSignIn({ onFinish }: { onFinish: (address: string) => void }) {
  const [address, setAddress] = useState('');
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() !== '') onFinish(address);
        setAddress(''); // the code in it is nobody's to read again
      }}
    >
      <p class="small muted">{t('tabSignInWords')}</p>
      <TextField
        label={t('tabSignInAddress')}
        type="url"
        value={address}
        onInput={setAddress}
        spellcheck={false}
        placeholder="http://localhost:8085/?code=…"
      />
      <p class="account-buttons">
        <Button type="submit" disabled={address.trim() === ''}>
          {t('tabSignInFinish')}
        </Button>
      </p>
    </form>
  );
}
