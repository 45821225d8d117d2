import { AppError } from '../errors';
import { announce } from '../storage/changes';
import { openRows } from '../storage/rows';
import { builtInApp, defaultEnvironment } from './environment';
import type { AccountView, ConnectedAccount, EnvironmentName } from './types';

/** The Pinterest app that a sign-in is made with. */
export interface AppCredentials {
  appId: string;
  /** Empty where a broker adds it. */
  appSecret: string;
  environment: EnvironmentName;
  /** Base of the token broker that knows the secret, no trailing slash; absent for an app of one's own. */
  brokerUrl?: string;
  /** Whether Pinterest answers to a tab (`http://localhost:8085/`) in place of the browser's own address. */
  inTab?: boolean;
}

/** Both tokens of one grant. Times are ms of UTC. */
export interface TokenPair {
  accessToken: string;
  accessExpiresAt: number;
  refreshToken: string;
  refreshExpiresAt: number;
  scopes: string[];
}

/** An account with all that is needed to act for it: kept together, so that no part can belong to another grant. */
export interface AccountRow {
  version: 1;
  kind: 'account';
  view: AccountView;
  app: AppCredentials;
  /** Null once Pinterest refused to renew them: the account is known, but has to sign in again. */
  tokens: TokenPair | null;
}

/** Tokens that were just given, before it is known whose they are. */
interface PendingRow {
  version: 1;
  kind: 'pending';
  app: AppCredentials;
  tokens: TokenPair;
}

interface AppRow {
  version: 1;
  kind: 'app';
  app: AppCredentials;
}

/** A sign-in that was begun in a tab. */
export interface Consent {
  state: string;
  /** ms of UTC; an answer that comes later is not taken. */
  until: number;
}

interface ConsentRow extends Consent {
  version: 1;
  kind: 'consent';
}

interface CurrentRow {
  version: 1;
  kind: 'current';
  accountId: string;
}

/*
 * In IndexedDB of the extension's origin: content scripts reach extension storage, but not this
 * (research/security-reliability.md F11).
 */
const rows = openRows<AccountRow | PendingRow | AppRow | CurrentRow | ConsentRow>({
  database: 'tack-vault',
  version: 1,
  migrations: {},
  isRow: (value) => 'kind' in value,
});

async function readAs<Kind extends 'app' | 'current' | 'pending' | 'account' | 'consent'>(
  key: string,
  kind: Kind,
) {
  const row = await rows.get(key);
  return row?.kind === kind ? (row as Extract<typeof row, { kind: Kind }>) : null;
}

/** Gives the app to sign in with: the person's own, else the one of a local build, else null. */
export async function readApp(): Promise<AppCredentials | null> {
  const row = await readAs('app', 'app');
  if (row) return row.app;
  const app = builtInApp();
  return app && { ...app, environment: defaultEnvironment };
}

export async function writeApp(app: AppCredentials): Promise<void> {
  await rows.update('app', () => ({ version: 1, kind: 'app', app }));
}

/** Gives the account that the person works with now. */
export async function readCurrentAccount(): Promise<AccountRow | null> {
  const current = await readAs('current', 'current');
  return current && readAccount(current.accountId);
}

export const readAccount = (id: string): Promise<AccountRow | null> =>
  readAs(`account/${id}`, 'account');

/** What a pasted token's end is kept as: it says nothing of it, and is used until Pinterest refuses it. */
export const UNKNOWN_END = Number.MAX_SAFE_INTEGER;

/** Gives what views may know of a signed-in account. */
export function connectedView({ view, tokens }: AccountRow): ConnectedAccount {
  const end = tokens?.accessExpiresAt ?? UNKNOWN_END;
  return {
    ...view,
    accessEndsAt: end === UNKNOWN_END ? null : end,
    canRenew: Boolean(tokens?.refreshToken),
  };
}

/** Gives every account that is signed in. */
export async function listAccounts(): Promise<AccountRow[]> {
  const { rows: all } = await rows.list();
  return all.filter((row): row is AccountRow => row.kind === 'account' && row.tokens !== null);
}

/** Makes an account the one that the person works with. @throws AppError `auth/signed-out` where it is not signed in */
export async function useAccount(id: string): Promise<AccountRow> {
  const account = await readAccount(id);
  if (!account?.tokens) throw new AppError('auth/signed-out', undefined);
  await rows.update('current', () => ({ version: 1, kind: 'current', accountId: id }));
  announce({ kind: 'account', id });
  return account;
}

/** Keeps new tokens before they are first used, both at once. */
export async function writePending(app: AppCredentials, tokens: TokenPair): Promise<void> {
  await rows.update('pending', () => ({ version: 1, kind: 'pending', app, tokens }));
}

export const readPending = () => readAs('pending', 'pending');

export async function writeConsent(consent: Consent): Promise<void> {
  await rows.update('consent', () => ({ version: 1, kind: 'consent', ...consent }));
}

/** Gives the sign-in that was begun in a tab, and forgets it: a state is good once. */
export async function takeConsent(): Promise<Consent | null> {
  const consent = await readAs('consent', 'consent');
  await rows.remove('consent');
  return consent;
}

/** Drops tokens whose account never became known. */
export const removePending = (): Promise<void> => rows.remove('pending');

/** Keeps an account as the current one. */
export async function writeAccount(account: AccountRow): Promise<void> {
  const { id } = account.view;
  await rows.update(`account/${id}`, () => account);
  await rows.update('current', () => ({ version: 1, kind: 'current', accountId: id }));
  await removePending();
  announce({ kind: 'account', id });
}

/** Replaces an account's tokens, or notes with null that it has to sign in again. Does nothing once it is signed out. */
export async function writeTokens(id: string, tokens: TokenPair | null): Promise<boolean> {
  const account = await readAccount(id);
  if (!account) return false; // signed out meanwhile: no token is brought back
  await rows.update(`account/${id}`, () => ({ ...account, tokens }));
  if (!tokens) announce({ kind: 'account', id });
  return true;
}

/** Deletes the account's tokens and all that is kept of it. Another account that is signed in takes its place. */
export async function removeAccount(id: string): Promise<void> {
  await rows.remove(`account/${id}`);
  const current = await readAs('current', 'current');
  const [next] = await listAccounts();
  if (current?.accountId === id) {
    if (next) await useAccount(next.view.id);
    else await rows.remove('current');
  }
  await removePending();
  announce({ kind: 'account', id });
}
