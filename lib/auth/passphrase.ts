import { AppError } from '../errors';
import { announce } from '../storage/changes';
import { vaultKey } from '../storage/items';
import { seal, sessionKey, unseal, type SecretRow } from './seal';
import { isLocked, readLock, tokenLock, vaultRows, type LockRow, type VaultRow } from './vault';

/*
 * The passphrase, for views: the worker only seals and unseals with the key that the session holds (`seal.ts`).
 * Secrets are sealed with a key that is drawn once; the passphrase's own key seals that one. So a change of the passphrase
 * is one row, and what the worker writes in the same moment is readable after it.
 */

/** Whether there is a passphrase, and whether it was given since the browser was started. */
export type PassphraseState = 'none' | 'locked' | 'open';

/** OWASP asks for 600,000 rounds of PBKDF2 with SHA-256 (Password Storage Cheat Sheet); kept in the row, so that it can grow. */
const ROUNDS = 1_000_000;

export async function passphraseState(): Promise<PassphraseState> {
  if (!(await readLock())) return 'none';
  return (await isLocked()) ? 'locked' : 'open';
}

/** Sets a passphrase: every secret in the vault is sealed when this returns, and whatever is written from here on. */
export async function setPassphrase(passphrase: string): Promise<void> {
  if (await readLock()) throw new AppError('auth/locked', undefined); // there is one, which is changed by who knows it
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, usages);
  await keepKey(key);
  await writeLock(await lockOf(key, passphrase));
  await sealAll();
  tell();
}

/** Gives the passphrase for this session. @throws AppError `auth/wrong-passphrase` */
export async function unlock(passphrase: string): Promise<void> {
  const lock = await readLock();
  if (!lock) return;
  await keepKey(await keyOf(lock, passphrase));
  // Goes on with what a browser that ended in the middle left.
  await (lock.isEnding ? end(lock) : sealAll());
  tell();
}

/** Sets another passphrase. @throws AppError `auth/wrong-passphrase` where `before` is not the one that is set */
export async function changePassphrase(before: string, passphrase: string): Promise<void> {
  const lock = await readLock();
  if (!lock) return;
  await writeLock(await lockOf(await keyOf(lock, before), passphrase));
}

/** Goes back to having none: every secret is kept as it is again. @throws AppError `auth/wrong-passphrase` */
export async function removePassphrase(passphrase: string): Promise<void> {
  const lock = await readLock();
  if (!lock) return;
  await keepKey(await keyOf(lock, passphrase));
  await end(lock);
  tell();
}

/**
 * For who has forgotten it: drops what is sealed and with it the passphrase. Accounts are known as before but signed out;
 * the outbox keeps every pin.
 */
export async function forgetPassphrase(): Promise<void> {
  for (const [place, row] of await secretRows()) {
    if (!row.sealed) continue;
    if (row.kind === 'pending') await vaultRows.remove(place);
    else await vaultRows.update(place, () => withoutSecrets(row));
  }
  await vaultRows.remove('lock');
  await vaultKey.removeValue();
  tell();
}

const usages: KeyUsage[] = ['encrypt', 'decrypt'];

const tell = () => announce({ kind: 'account', id: '' });

const keepKey = async (key: CryptoKey) =>
  vaultKey.setValue(await crypto.subtle.exportKey('jwk', key));

const writeLock = (lock: LockRow) => vaultRows.update('lock', () => lock);

/** The key that is made of a passphrase: slow to make, so that a stolen profile can't be tried with many. */
async function derive(
  passphrase: string,
  { salt, rounds }: Pick<LockRow, 'salt' | 'rounds'>,
): Promise<CryptoKey> {
  // One spelling of each letter: another keyboard may compose the same word in another way.
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, usages);
}

async function lockOf(key: CryptoKey, passphrase: string): Promise<LockRow> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const own = await derive(passphrase, { salt, rounds: ROUNDS });
  const raw = await crypto.subtle.exportKey('raw', key);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, own, raw);
  return { version: 1, kind: 'lock', salt, rounds: ROUNDS, key: { iv, data } };
}

async function keyOf(lock: LockRow, passphrase: string): Promise<CryptoKey> {
  const { iv, data } = lock.key;
  const own = await derive(passphrase, lock);
  const raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, own, data).catch(() => {
    throw new AppError('auth/wrong-passphrase', undefined); // AES-GCM tells a wrong key from the right one
  });
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', true, usages);
}

/** From the mark on the worker seals no more, so that nothing is sealed behind the one that unseals. */
async function end(lock: LockRow): Promise<void> {
  await writeLock({ ...lock, isEnding: true });
  await changeAll((row, place) => (row.sealed ? unseal(row, place) : row));
  await vaultRows.remove('lock');
  await vaultKey.removeValue();
}

async function sealAll(): Promise<void> {
  const key = await sessionKey();
  await changeAll((row, place) => (row.sealed ? row : seal(row, place, key)));
}

type SecretVaultRow = Extract<VaultRow, SecretRow>;

async function secretRows(): Promise<[string, SecretVaultRow][]> {
  const found: [string, SecretVaultRow][] = [];
  for (const place of await vaultRows.keys()) {
    const row = await vaultRows.get(place);
    if (row && 'app' in row) found.push([place, row]);
  }
  return found;
}

type ChangeRow = (row: SecretVaultRow, place: string) => SecretVaultRow | Promise<SecretVaultRow>;

/** Changes each row that has secrets; while tokens are being renewed it waits, for they are written as things stood before. */
async function changeAll(change: ChangeRow): Promise<void> {
  for (const [place, row] of await secretRows()) {
    const name = row.kind === 'account' ? tokenLock(row.view.id) : `tack-vault-${place}`;
    await navigator.locks.request(name, () => changeOne(place, change));
  }
}

/** A row that was written meanwhile is read again: its tokens are newer. */
async function changeOne(place: string, change: ChangeRow): Promise<void> {
  for (;;) {
    const row = await vaultRows.get(place);
    if (!row || !('app' in row)) return; // signed out meanwhile
    const changed = await change(row, place);
    if (row === changed || (await replace(place, row, changed))) return;
  }
}

const marks = (row: SecretVaultRow) =>
  JSON.stringify({ ...row, sealed: row.sealed && [...row.sealed.iv] });

/** Writes a row where it still is what it was; false where it is not. */
async function replace(place: string, before: SecretVaultRow, after: SecretVaultRow) {
  let isSame = false;
  await vaultRows
    .update(place, (now) => {
      isSame = now !== undefined && 'app' in now && marks(now) === marks(before);
      if (!isSame) throw new Error('changed meanwhile');
      return after;
    })
    .catch((error: unknown) => {
      if (isSame) throw error;
    });
  return isSame;
}

/** What is left of a row whose secrets nobody can read. */
function withoutSecrets(row: Exclude<SecretVaultRow, { kind: 'pending' }>): SecretVaultRow {
  const { sealed: _, ...rest } = row;
  const app = { ...rest.app, appSecret: '' };
  return rest.kind === 'account' ? { ...rest, app, tokens: null } : { ...rest, app };
}
