import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/run.ts';

/** Gives a row as it was stored by a version of Tack. */
export const golden = async (name: string) =>
  JSON.parse(await readFile(path.join(root, `test/golden/${name}.json`), 'utf8')) as object;

/** Puts rows into one of Tack's databases, as they are. */
export async function putRows(page: Page, database: string, rows: Record<string, unknown>) {
  const put = ([name, all]: [string, Record<string, unknown>]) =>
    new Promise<void>((resolve, reject) => {
      const open = indexedDB.open(name);
      open.addEventListener('upgradeneeded', () => open.result.createObjectStore('rows'));
      open.addEventListener('success', () => {
        const db = open.result;
        const transaction = db.transaction('rows', 'readwrite');
        for (const [key, row] of Object.entries(all)) transaction.objectStore('rows').put(row, key);
        transaction.addEventListener('complete', () => {
          db.close();
          resolve();
        });
        transaction.addEventListener('error', () => reject(transaction.error!));
      });
    });
  await page.evaluate(put, [database, rows] as [string, Record<string, unknown>]);
}

/** Gives the id of the account that is signed in. */
export async function readCurrentAccountId(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const open = indexedDB.open('tack-vault');
        open.addEventListener('error', () => reject(open.error!));
        open.addEventListener('success', () => {
          const read = open.result.transaction('rows').objectStore('rows').get('current');
          read.addEventListener('success', () => {
            open.result.close();
            resolve((read.result as { accountId: string }).accountId);
          });
        });
      }),
  );
}
