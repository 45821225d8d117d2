import { t, type MessageKey } from './i18n';
import type { Scope } from './pinterest/endpoint';

/** What each scope lets Tack do; the order is the one they are shown in. */
export const scopeWords = {
  'user_accounts:read': 'scopeAccount',
  'boards:read': 'scopeBoards',
  'boards:write': 'scopeBoardsWrite',
  'boards:read_secret': 'scopeSecretBoards',
  'boards:write_secret': 'scopeSecretBoardsWrite',
  'pins:read': 'scopePins',
  'pins:write': 'scopePinsWrite',
  'pins:read_secret': 'scopeSecretPins',
  'pins:write_secret': 'scopeSecretPinsWrite',
  'ads:read': 'scopeAds',
} as const satisfies Record<Scope, MessageKey>;

/** Names scopes in words; one that Tack does not know is called what Pinterest calls it. */
export const scopeNames = (scopes: readonly string[]): string =>
  scopes.map((scope) => (scope in scopeWords ? t(scopeWords[scope as Scope]) : scope)).join(', ');
