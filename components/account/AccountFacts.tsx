import type { ConnectedAccount } from '../../lib/auth/types';
import { formatDate } from '../../lib/format';
import { t, type MessageKey } from '../../lib/i18n';
import { Button } from '../ui/Button';

/** What each scope lets Tack do, in words; the order is the one they are shown in. */
const scopeText = {
  'user_accounts:read': 'scopeAccount',
  'boards:read': 'scopeBoards',
  'boards:write': 'scopeBoardsWrite',
  'boards:read_secret': 'scopeSecretBoards',
  'boards:write_secret': 'scopeSecretBoardsWrite',
  'pins:read': 'scopePins',
  'pins:write': 'scopePinsWrite',
  'pins:read_secret': 'scopeSecretPins',
  'pins:write_secret': 'scopeSecretPinsWrite',
} as const satisfies Record<string, MessageKey>;

interface AccountFactsProps {
  account: ConnectedAccount;
  busy: boolean;
  /** Asks Pinterest for what is missing. */
  onGrant: () => void;
}

/** How long the sign-in lasts, and what it lets Tack do. */
export function AccountFacts({ account, busy, onGrant }: AccountFactsProps) {
  const { accessEndsAt, canRenew, scopes } = account;
  const until = accessEndsAt === null ? null : formatDate(accessEndsAt);
  const names = Object.keys(scopeText) as (keyof typeof scopeText)[];
  // A pasted token does not say what it may do.
  const missing = scopes.length > 0 ? names.filter((name) => !scopes.includes(name)) : [];
  const granted = names.filter((name) => scopes.includes(name));
  return (
    <>
      <p class="small muted">
        {until && t(canRenew ? 'accessRenewed' : 'accessUntil', until)}
        {!until && t('accessUnknown')}
      </p>
      {granted.length > 0 && (
        <details class="small">
          <summary>{t('scopesGranted')}</summary>
          <ul class="muted">
            {granted.map((name) => (
              <li key={name}>{t(scopeText[name])}</li>
            ))}
          </ul>
        </details>
      )}
      {missing.length > 0 && (
        <>
          <p class="small">{t('scopesMissing')}</p>
          <ul class="small muted">
            {missing.map((name) => (
              <li key={name}>{t(scopeText[name])}</li>
            ))}
          </ul>
          <p>
            <Button busy={busy} onClick={onGrant}>
              {t('scopesGrant')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}
