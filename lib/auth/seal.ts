import { AppError } from '../errors';
import { vaultKey } from '../storage/items';

/** A row of the vault whose secrets may be sealed: an app's secret, and tokens where there are some. */
export interface SecretRow {
  app: { appSecret: string };
  tokens?: { accessToken: string; refreshToken: string } | null;
  /** The row's secrets under the vault's key; in their places stands `SEALED`. */
  sealed?: Sealed;
}

/** What AES-GCM made, and the number it was made with, which is used once. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** Stands where a secret is that is sealed: that there is one is no secret. */
const SEALED = 'sealed';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The key is bound to where a row stands: none can be put in the place of another. */
const cipher = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(place),
});

/** Gives the vault's key, which the session holds from the person's passphrase to the browser's end. @throws AppError `auth/locked` */
export async function sessionKey(): Promise<CryptoKey> {
  const jwk = await vaultKey.getValue();
  if (!jwk) throw new AppError('auth/locked', undefined);
  return crypto.subtle.importKey('jwk', jwk, 'AES-GCM', true, ['encrypt', 'decrypt']);
}

/** Takes a row's secrets out of it and puts them under the key. */
export async function seal<Row extends SecretRow>(
  row: Row,
  place: string,
  key: CryptoKey,
): Promise<Row> {
  const { app, tokens } = row;
  const secrets = [app.appSecret, tokens?.accessToken ?? '', tokens?.refreshToken ?? ''];
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = utf8(JSON.stringify(secrets));
  const data = await crypto.subtle.encrypt(cipher(iv, place), key, text);
  const marks = secrets.map((secret) => secret && SEALED);
  return { ...withSecrets(row, marks), sealed: { iv, data } };
}

/** Gives a row with its secrets in their places. @throws AppError `auth/locked` where its secrets are sealed and the key is not there */
export async function unseal<Row extends SecretRow>(row: Row, place: string): Promise<Row> {
  const { sealed, ...rest } = row;
  if (!sealed) return row;
  const key = await sessionKey();
  const data = await crypto.subtle.decrypt(cipher(sealed.iv, place), key, sealed.data);
  return withSecrets(rest as Row, JSON.parse(new TextDecoder().decode(data)) as string[]);
}

function withSecrets<Row extends SecretRow>(row: Row, secrets: string[]): Row {
  const [appSecret = '', accessToken = '', refreshToken = ''] = secrets;
  const { app, tokens } = row;
  return {
    ...row,
    app: { ...app, appSecret },
    ...(tokens ? { tokens: { ...tokens, accessToken, refreshToken } } : {}),
  };
}
