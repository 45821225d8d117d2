import '../account/AccountForms.css';
import { useEffect, useState } from 'preact/hooks';

import {
  changePassphrase,
  passphraseState,
  removePassphrase,
  setPassphrase,
  type PassphraseState,
} from '../../lib/auth/passphrase';
import { errorText } from '../../lib/error-text';
import { formatNumber, t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { watchChanges } from '../../lib/storage/changes';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Skeleton } from '../ui/Skeleton';
import { Unlock } from './Unlock';
import { useDoing } from './use-doing';

/** Fewer characters are tried out in no time by who has the disk, however slow each try is. */
const SHORTEST = 8;

interface PassphrasePartProps {
  /** Asks the background. */
  ask: Send;
}

/** The passphrase: set, changed, turned off, and asked for where it was not given yet. */
export function PassphrasePart({ ask }: PassphrasePartProps) {
  /** Null where it can't be read, which is said where all that is kept is looked through. */
  const [state, setState] = useState<PassphraseState | null>();
  useEffect(() => {
    const look = () => void passphraseState().then(setState, () => setState(null));
    look();
    const end = new AbortController();
    watchChanges(({ kind }) => kind === 'account' && look(), end.signal);
    return () => end.abort();
  }, []);
  if (state === undefined) return <Skeleton height="120px" />;
  if (state === null) return null;
  if (state === 'locked') return <Unlock ask={ask} />;
  return <PassphraseForm key={state} isSet={state === 'open'} />;
}

function PassphraseForm({ isSet }: { isSet: boolean }) {
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isChanged, setChanged] = useState(false);
  const { isBusy, error, run } = useDoing();
  const isShort = next !== '' && next.length < SHORTEST;
  const isReady = next.length >= SHORTEST && next === again && (!isSet || now !== '');
  const submit = () =>
    run(async () => {
      await (isSet ? changePassphrase(now, next) : setPassphrase(next));
      setNow('');
      setNext('');
      setAgain('');
      setChanged(isSet);
    });
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void submit();
      }}
    >
      {isSet && <p role="status">{t(isChanged ? 'passphraseChanged' : 'passphraseIsSet')}</p>}
      {isSet && (
        <Secret
          label={t('passphraseNow')}
          value={now}
          onInput={setNow}
          error={error && errorText(error).what}
        />
      )}
      <Secret
        label={t('passphraseNew')}
        value={next}
        onInput={setNext}
        error={isShort ? t('passphraseShort', formatNumber(SHORTEST)) : null}
      />
      <Secret
        label={t('passphraseAgain')}
        value={again}
        onInput={setAgain}
        error={again !== '' && !next.startsWith(again) ? t('passphraseDiffers') : null}
      />
      <p class="account-buttons">
        <Button type="submit" disabled={!isReady} busy={isBusy}>
          {t(isSet ? 'passphraseChange' : 'passphraseSet')}
        </Button>
        {isSet && (
          <Button
            kind="plain"
            disabled={now === '' || isBusy}
            onClick={() => void run(() => removePassphrase(now))}
          >
            {t('passphraseOff')}
          </Button>
        )}
      </p>
      <p class="small muted">{t('passphraseLimits')}</p>
    </form>
  );
}

interface SecretProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  error: string | null;
}

const Secret = (props: SecretProps) => <TextField {...props} secret spellcheck={false} />;
