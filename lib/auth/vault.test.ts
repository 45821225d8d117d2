// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';

import { vaultKey } from '../storage/items';
import {
  isLocked,
  listAccounts,
  readApp,
  readCurrentAccount,
  readVault,
  vaultRows,
  writeAccount,
  writeApp,
  writeTokens,
  type AccountRow,
} from './vault';

const app = { appId: '15', appSecret: 's', environment: 'production' } as const;

const row = (id: string): AccountRow => ({
  version: 1,
  kind: 'account',
  app,
  view: {
    id,
    username: id,
    imageUrl: null,
    accountType: 'PINNER',
    environment: 'production',
    scopes: [],
  },
  tokens: {
    accessToken: `access ${id}`,
    accessExpiresAt: 1,
    refreshToken: `refresh ${id}`,
    refreshExpiresAt: 1,
    scopes: [],
  },
});

/** Leaves a row as no Tack writes one. */
const damage = (key: string) => vaultRows.update(key, () => ({ odd: true }) as never);

describe('the vault as it is read at once', () => {
  beforeEach(async () => {
    for (const key of await vaultRows.keys()) await vaultRows.remove(key);
    await browser.storage.session.clear();
  });

  it('holds nobody at first', async () => {
    expect(await readVault()).toEqual({
      current: null,
      accounts: [],
      app: await readApp(),
      isLocked: false,
    });
  });

  it('holds what each of its parts is, read one by one', async () => {
    await writeApp(app);
    await writeAccount(row('one'));
    await writeAccount(row('two'));
    await writeTokens('one', null);

    const vault = await readVault();
    expect(vault).toEqual({
      current: await readCurrentAccount(),
      accounts: await listAccounts(),
      app: await readApp(),
      isLocked: false,
    });
    expect(vault.current?.view.id).toBe('two');
    expect(vault.accounts.map(({ view }) => view.id)).toEqual(['two']);
  });

  it('is locked until the passphrase was given', async () => {
    const key = { iv: new Uint8Array(12), bytes: new Uint8Array(32) } as never;
    const lock = { version: 1, kind: 'lock', salt: new Uint8Array(16), rounds: 1, key } as const;
    await vaultRows.update('lock', () => lock);

    expect([(await readVault()).isLocked, await isLocked()]).toEqual([true, true]);
    await vaultKey.setValue({ kty: 'oct' });
    expect([(await readVault()).isLocked, await isLocked()]).toEqual([false, false]);
  });

  it('says which row of those that count is damaged, and does without others', async () => {
    await writeAccount(row('one'));
    await writeAccount(row('two'));
    await damage('account/one');
    expect((await readVault()).accounts.map(({ view }) => view.id)).toEqual(['two']);

    await damage('account/two');
    await expect(readVault()).rejects.toMatchObject({ code: 'storage/unreadable' });
  });
});
