// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { vaultKey } from '../storage/items';
import {
  changePassphrase,
  forgetPassphrase,
  passphraseState,
  removePassphrase,
  setPassphrase,
  unlock,
} from './passphrase';
import { createTokens } from './tokens';
import {
  isLocked,
  listAccounts,
  openAccount,
  openApp,
  readAccount,
  readApp,
  vaultRows,
  writeAccount,
  writeApp,
  writeTokens,
  type AccountRow,
  type TokenPair,
} from './vault';

const words = 'correct horse battery';
const app = { appId: '15', appSecret: 'the-secret', environment: 'local' } as const;
const tokensOf = (name: string): TokenPair => ({
  accessToken: `pina_${name}`,
  accessExpiresAt: 4e12,
  refreshToken: `pinr_${name}`,
  refreshExpiresAt: 4e12,
  scopes: [],
});
const account = (name: string): AccountRow => ({
  version: 1,
  kind: 'account',
  app,
  tokens: tokensOf(name),
  view: {
    id: '7',
    username: 'linda',
    imageUrl: null,
    accountType: 'PINNER',
    environment: 'local',
    scopes: [],
  },
});

const unused = () => Promise.reject(new Error('not asked for'));
const renewingTo = (name: string) =>
  createTokens({ exchange: unused, check: unused, refresh: async () => tokensOf(name) });

/** All that stands in the vault, as somebody with the disk reads it. */
async function onDisk(): Promise<string> {
  const rows = await Promise.all((await vaultRows.keys()).map((key) => vaultRows.get(key)));
  const asText = (_: string, value: unknown) =>
    value instanceof ArrayBuffer || value instanceof Uint8Array
      ? Buffer.from(value as Uint8Array).toString('latin1')
      : value;
  return JSON.stringify(rows, asText);
}

/** The browser is closed and started again: what the session held is gone. */
const restart = () => vaultKey.removeValue();

beforeEach(async () => {
  fakeBrowser.reset();
  for (const key of await vaultRows.keys()) await vaultRows.remove(key);
  await writeApp(app);
  await writeAccount(account('old'));
});

describe('a passphrase', () => {
  // A13
  it('leaves no token and no secret readable on the disk, whatever is written after it', async () => {
    await setPassphrase(words);
    expect(await onDisk()).not.toMatch(/pin[ar]_|the-secret/);

    await writeTokens('7', tokensOf('new'));
    await writeApp({ ...app, appSecret: 'the-secret-2' });

    expect(await onDisk()).not.toMatch(/pin[ar]_|the-secret/);
    expect((await openAccount('7'))?.tokens?.accessToken).toBe('pina_new');
    expect((await openApp())?.appSecret).toBe('the-secret-2');
  });

  it('is asked for once the browser was started anew, and opens all with the right words alone', async () => {
    await setPassphrase(words);
    await restart();

    expect(await passphraseState()).toBe('locked');
    await expect(openAccount('7')).rejects.toThrow('auth/locked');
    await expect(renewingTo('x').accessToken('7')).rejects.toThrow('auth/locked');
    await expect(writeAccount(account('x'))).rejects.toThrow('auth/locked');
    await expect(unlock('Correct horse battery')).rejects.toThrow('auth/wrong-passphrase');
    expect(await isLocked()).toBe(true);
    expect((await listAccounts()).map(({ view }) => view.username)).toEqual(['linda']);

    await unlock(words);
    expect(await renewingTo('x').accessToken('7')).toBe('pina_old');
  });

  it('is changed by who knows it, and the one from before opens nothing', async () => {
    await setPassphrase(words);
    await expect(changePassphrase('wrong', 'another one')).rejects.toThrow('auth/wrong-passphrase');
    await changePassphrase(words, 'another one');
    await restart();

    await expect(unlock(words)).rejects.toThrow('auth/wrong-passphrase');
    await unlock('another one');
    expect((await openAccount('7'))?.tokens?.refreshToken).toBe('pinr_old');
  });

  it('is taken away by who knows it, and all is as it was', async () => {
    await setPassphrase(words);
    await restart();
    await expect(removePassphrase('wrong')).rejects.toThrow('auth/wrong-passphrase');
    await removePassphrase(words);
    await restart();

    expect(await passphraseState()).toBe('none');
    expect(await readAccount('7')).toEqual({ ...account('old'), signedInAt: expect.any(Number) });
    expect(await readApp()).toEqual(app);
  });

  it('that is forgotten goes with what it sealed, and the account is known but signed out', async () => {
    await setPassphrase(words);
    await restart();
    await forgetPassphrase();

    expect(await passphraseState()).toBe('none');
    expect(await readAccount('7')).toMatchObject({ view: { username: 'linda' }, tokens: null });
    expect(await readApp()).toEqual({ ...app, appSecret: '' });
    await writeAccount(account('again'));
    expect((await openAccount('7'))?.tokens?.accessToken).toBe('pina_again');
  });

  it.each([
    ['set', () => setPassphrase(words), 'locked'],
    ['taken away', () => setPassphrase(words).then(() => removePassphrase(words)), 'none'],
  ])('loses no tokens that are renewed while it is %s', async (_, act) => {
    await Promise.all([renewingTo('new').renewToken('7', 'pina_old'), act()]);
    await restart();
    if ((await passphraseState()) === 'locked') await unlock(words);

    expect((await openAccount('7'))?.tokens).toMatchObject(pairOf('new'));
  });

  it.each([1, 2, 3])(
    'that was half set when the browser ended is whole after it, cut at %i',
    async (writes) => {
      const real = vaultRows.update;
      const update = vi.spyOn(vaultRows, 'update');
      let left = writes;
      update.mockImplementation((key, change) => {
        if (left-- <= 0) throw new Error('the browser ended');
        return real(key, change);
      });
      await setPassphrase(words).catch(() => undefined);
      update.mockRestore();
      await restart();
      if ((await passphraseState()) === 'locked') await unlock(words);

      expect((await openAccount('7'))?.tokens).toMatchObject(pairOf('old'));
      expect(await onDisk()).not.toMatch(/pin[ar]_|the-secret/);
    },
  );
});

const pairOf = (name: string) => {
  const { accessToken, refreshToken } = tokensOf(name);
  return { accessToken, refreshToken };
};
