import { AppError } from '../errors';
import { announce } from '../storage/changes';
import { vaultKey } from '../storage/items';
import { openRows } from '../storage/rows';
import { builtInApp, defaultEnvironment } from './environment';
import { seal, sessionKey, unseal, type Sealed, type SecretRow } from './seal';
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
  /** When it was last signed in, ms of UTC by the own clock; not in rows of an earlier Tack. */
  signedInAt?: number;
  /** Where the person set a passphrase: the secrets, which are then in no other field. */
  sealed?: Sealed;
}

/** Tokens that were just given, before it is known whose they are. */
interface PendingRow {
  version: 1;
  kind: 'pending';
  app: AppCredentials;
  tokens: TokenPair;
  sealed?: Sealed;
}

interface AppRow {
  version: 1;
  kind: 'app';
  app: AppCredentials;
  sealed?: Sealed;
}

/** There is a passphrase: the vault's key, under a key that is made of it (`passphrase.ts`). */
export interface LockRow {
  version: 1;
  kind: 'lock';
  salt: Uint8Array<ArrayBuffer>;
  /** Rounds of PBKDF2 with SHA-256. */
  rounds: number;
  key: Sealed;
  /** The passphrase is being taken away: what is written from here on is not sealed. */
  isEnding?: true;
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

export type VaultRow = AccountRow | PendingRow | AppRow | CurrentRow | ConsentRow | LockRow;

/*
 * In IndexedDB of the extension's origin: content scripts reach extension storage, but not this
 * (research/security-reliability.md F11).
 */
export const vaultRows = openRows<VaultRow>({
  database: 'tack-vault',
  version: 1,
  migrations: {},
  isRow: (value) => 'kind' in value,
});

async function readAs<Kind extends VaultRow['kind']>(key: string, kind: Kind) {
  const row = await vaultRows.get(key);
  return row?.kind === kind ? (row as Extract<typeof row, { kind: Kind }>) : null;
}

export const readLock = (): Promise<LockRow | null> => readAs('lock', 'lock');

/** Tells whether the secrets are sealed and the person has not given their passphrase since the browser was started. */
export const isLocked = async (): Promise<boolean> =>
  (await readLock()) !== null && !(await vaultKey.getValue());

/** Gives a row as it is to be written: sealed where there is a passphrase. @throws AppError `auth/locked` */
async function guarded<Row extends SecretRow>(row: Row, place: string): Promise<Row> {
  const lock = await readLock();
  return lock && !lock.isEnding ? seal(row, place, await sessionKey()) : row;
}

/** Gives the app to sign in with, its secret sealed as it is: the person's own, else the one of a local build, else null. */
export async function readApp(): Promise<AppCredentials | null> {
  const row = await readAs('app', 'app');
  return row ? row.app : appOfBuild();
}

/** Gives the same app with its secret. @throws AppError `auth/locked` */
export async function openApp(): Promise<AppCredentials | null> {
  const row = await readAs('app', 'app');
  return row ? (await unseal(row, 'app')).app : appOfBuild();
}

function appOfBuild(): AppCredentials | null {
  const app = builtInApp();
  return app && { ...app, environment: defaultEnvironment };
}

/**
 * Keeps another app. A sign-in in a tab that was begun with the one before ends here: its code is that app's alone.
 *
 * @throws AppError `auth/locked`
 */
export async function writeApp(app: AppCredentials): Promise<void> {
  await vaultRows.remove('consent');
  const row = await guarded({ version: 1, kind: 'app', app } as const, 'app');
  await vaultRows.update('app', () => row);
}

/** Gives the account that the person works with now. */
export async function readCurrentAccount(): Promise<AccountRow | null> {
  const current = await readAs('current', 'current');
  return current && readAccount(current.accountId);
}

/** The Web Lock under which an account's tokens are renewed. */
export const tokenLock = (id: string): string => `tack-token-${id}`;

const placeOf = (id: string) => `account/${id}`;

/** Gives an account, its secrets sealed as they are. */
export const readAccount = (id: string): Promise<AccountRow | null> =>
  readAs(placeOf(id), 'account');

/** Gives an account with its secrets. @throws AppError `auth/locked` */
export async function openAccount(id: string): Promise<AccountRow | null> {
  const row = await readAccount(id);
  return row && unseal(row, placeOf(id));
}

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
  const { rows: all } = await vaultRows.list();
  return all.filter((row): row is AccountRow => row.kind === 'account' && row.tokens !== null);
}

/** What the vault holds, as it stands at one moment. */
export interface VaultState {
  current: AccountRow | null;
  /** Those that are signed in. */
  accounts: AccountRow[];
  app: AppCredentials | null;
  isLocked: boolean;
}

/** Reads all of the vault at once: a view that opens waits for one reading, and not for six. @throws AppError `storage/unreadable` */
export async function readVault(): Promise<VaultState> {
  const [{ rows: all, unreadable }, key] = await Promise.all([
    vaultRows.list(),
    vaultKey.getValue(),
  ]);
  const one = <Kind extends VaultRow['kind']>(kind: Kind) =>
    all.find((row): row is Extract<VaultRow, { kind: Kind }> => row.kind === kind);
  const known = all.filter((row): row is AccountRow => row.kind === 'account');
  const currentId = one('current')?.accountId;
  const needed = new Set(['current', 'lock', 'app', placeOf(currentId ?? '')]);
  const damaged = unreadable.find((place) => needed.has(place));
  if (damaged) await vaultRows.get(damaged); // says what is wrong with it
  return {
    current: known.find(({ view }) => view.id === currentId) ?? null,
    accounts: known.filter(({ tokens }) => tokens !== null),
    app: one('app')?.app ?? appOfBuild(),
    isLocked: one('lock') !== undefined && !key,
  };
}

/** Makes an account the one that the person works with. @throws AppError `auth/signed-out` where it is not signed in */
export async function useAccount(id: string): Promise<AccountRow> {
  const account = await readAccount(id);
  if (!account?.tokens) throw new AppError('auth/signed-out', undefined);
  await vaultRows.update('current', () => ({ version: 1, kind: 'current', accountId: id }));
  announce({ kind: 'account', id });
  return account;
}

/** Keeps new tokens before they are first used, both at once. @throws AppError `auth/locked` */
export async function writePending(app: AppCredentials, tokens: TokenPair): Promise<void> {
  const row = await guarded({ version: 1, kind: 'pending', app, tokens } as const, 'pending');
  await vaultRows.update('pending', () => row);
}

/** Gives them back. @throws AppError `auth/locked` */
export async function openPending() {
  const row = await readAs('pending', 'pending');
  return row && unseal(row, 'pending');
}

export async function writeConsent(consent: Consent): Promise<void> {
  await vaultRows.update('consent', () => ({ version: 1, kind: 'consent', ...consent }));
}

/** Gives the sign-in that was begun in a tab, and forgets it: a state is good once. */
export async function takeConsent(): Promise<Consent | null> {
  const consent = await readAs('consent', 'consent');
  await vaultRows.remove('consent');
  return consent;
}

/** Drops tokens whose account never became known. */
export const removePending = (): Promise<void> => vaultRows.remove('pending');

/** Keeps an account as the current one. @throws AppError `auth/locked` */
export async function writeAccount(account: AccountRow): Promise<void> {
  const { id } = account.view;
  const row = await guarded({ ...account, signedInAt: Date.now() }, placeOf(id));
  await vaultRows.update(placeOf(id), () => row);
  await vaultRows.update('current', () => ({ version: 1, kind: 'current', accountId: id }));
  await removePending();
  announce({ kind: 'account', id });
}

/**
 * Replaces an account's tokens, or notes with null that it has to sign in again. Does nothing once it is signed out.
 *
 * @throws AppError `auth/locked`; `auth/signed-out` where it was signed out in this very moment
 */
export async function writeTokens(id: string, tokens: TokenPair | null): Promise<boolean> {
  const account = await openAccount(id);
  if (!account) return false; // signed out meanwhile: no token is brought back
  const row = await guarded({ ...account, tokens }, placeOf(id));
  await vaultRows.update(placeOf(id), (now) => {
    if (!now) throw new AppError('auth/signed-out', undefined);
    return row;
  });
  if (!tokens) announce({ kind: 'account', id });
  return true;
}

/** Deletes the account's tokens and all that is kept of it. Another account that is signed in takes its place. */
export async function removeAccount(id: string): Promise<void> {
  await vaultRows.remove(placeOf(id));
  const current = await readAs('current', 'current');
  const [next] = await listAccounts();
  if (current?.accountId === id) {
    if (next) await useAccount(next.view.id);
    else await vaultRows.remove('current');
  }
  await removePending();
  announce({ kind: 'account', id });
}
