import type { ConnectedAccount } from '../../lib/auth/types';
import { formatDate } from '../../lib/format';
import { t, type MessageKey } from '../../lib/i18n';
import { featureScopes, isGranted, type Feature } from '../../lib/pinterest/scopes';
import { scopeWords } from '../../lib/scope-words';
import { Button } from '../ui/Button';

type KnownScope = keyof typeof scopeWords;

const featureText = {
  secret: { title: 'featureSecret', why: 'todoNeedsSecret' },
  ads: { title: 'featureAds', why: 'todoNeedsAds' },
} as const satisfies Record<Feature, { title: MessageKey; why: MessageKey }>;

interface AccountFactsProps {
  account: ConnectedAccount;
  busy: boolean;
  /** Asks Pinterest for what is missing: a feature's scopes, or the base ones where none is named. */
  onGrant: (features: Feature[]) => void;
}

/** How long the sign-in lasts, and what it lets Tack do. */
export function AccountFacts({ account, busy, onGrant }: AccountFactsProps) {
  const { accessEndsAt, canRenew, scopes } = account;
  const until = accessEndsAt === null ? null : formatDate(accessEndsAt);
  const names = Object.keys(scopeWords) as KnownScope[];
  const granted = names.filter((name) => scopes.includes(name));
  const features = Object.keys(featureText) as Feature[];
  const optional = new Set<string>(features.flatMap((feature) => [...featureScopes[feature]]));
  // A pasted token does not say what it may do.
  const missing = names.filter((name) => !scopes.includes(name) && !optional.has(name));
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
              <li key={name}>{t(scopeWords[name])}</li>
            ))}
          </ul>
        </details>
      )}
      {granted.length > 0 && missing.length > 0 && (
        <Missing {...{ missing, busy }} onGrant={() => onGrant([])} />
      )}
      {features
        .filter((feature) => !isGranted(scopes, feature))
        .map((feature) => (
          <div class="account-grant small" key={feature}>
            <p>
              {t(featureText[feature].title)}:{' '}
              <span class="muted">{t(featureText[feature].why)}</span>
            </p>
            <Button busy={busy} onClick={() => onGrant([feature])}>
              {t('scopesGrantOf', t(featureText[feature].title))}
            </Button>
          </div>
        ))}
    </>
  );
}

interface MissingProps {
  missing: KnownScope[];
  busy: boolean;
  onGrant: () => void;
}

/** What the person took out of the base permissions, by what does not work without it. */
function Missing({ missing, busy, onGrant }: MissingProps) {
  return (
    <>
      <p class="small">{t('scopesMissing')}</p>
      <ul class="small muted">
        {missing.map((name) => (
          <li key={name}>{t(scopeWords[name])}</li>
        ))}
      </ul>
      <p>
        <Button busy={busy} onClick={onGrant}>
          {t('scopesGrantRest')}
        </Button>
      </p>
    </>
  );
}
