import { browser } from 'wxt/browser';

import { sweepLock } from '../outbox/sweep';
import { removeMark } from '../storage/marks';

/**
 * Erases all that Tack keeps on this computer: accounts and their keys, drafts, the outbox with its pictures, settings, and
 * what it learned. Pinterest keeps what is there. Doing it twice, or once more after it was broken off, does the same.
 *
 * Stores are emptied and not deleted: the worker has them open, and would keep a deletion waiting.
 */
export const eraseAll = (): Promise<void> => navigator.locks.request(sweepLock, eraseEach);

async function eraseEach(): Promise<void> {
  await removeMark(); // first: what is erased is not what was lost, and is not brought back
  await browser.alarms.clearAll(); // nothing is to be sent while its row goes
  for (const { name } of await indexedDB.databases()) if (name) await emptyDatabase(name);
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  localStorage.clear(); // light or dark
  await giveBack();
}

function emptyDatabase(name: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const asked = indexedDB.open(name);
  asked.addEventListener('error', () => reject(asked.error ?? new Error(name)));
  asked.addEventListener('success', () => {
    const database = asked.result;
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) {
      database.close();
      resolve(undefined);
      return;
    }
    const emptying = database.transaction(stores, 'readwrite');
    for (const store of stores) emptying.objectStore(store).clear();
    emptying.addEventListener('complete', () => {
      database.close();
      resolve(undefined);
    });
    emptying.addEventListener('abort', () => reject(emptying.error ?? new Error(name)));
  });
  return promise;
}

/** Permissions that were asked for later are the browser's to keep, unless they are given back. */
async function giveBack(): Promise<void> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const { optional_permissions: optional = [], host_permissions: needed = [] } =
    browser.runtime.getManifest() as {
      optional_permissions?: string[];
      host_permissions?: string[];
    };
  const given = {
    permissions: permissions.filter((name) => optional.includes(name)),
    origins: origins.filter((origin) => !needed.includes(origin)),
  };
  await browser.permissions.remove(given as never).catch(() => false);
}
