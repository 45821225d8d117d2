import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { pressOn, typeInto } from './harness/keys.ts';

const WORDS = 'correct horse battery';

/** The part of the settings where the passphrase is. */
const lockIn = (settings: Page) => {
  const part = settings.getByRole('region', { name: 'Passphrase', exact: true });
  return {
    field: (name: string) => part.getByLabel(name, { exact: true }),
    press: (name: string) => pressOn(part.getByRole('button', { name, exact: true })),
    status: part.getByRole('status'),
  };
};

/** The key that the session holds while the vault is open. */
const keyOf = (view: Page) =>
  view.evaluate(async () => {
    type Session = { get(key: string): Promise<{ vaultKey?: { k: string } }> };
    const { storage } = (globalThis as unknown as { chrome: { storage: { session: Session } } })
      .chrome;
    return (await storage.session.get('vaultKey')).vaultKey?.k ?? '';
  });

/** Which of these texts are in any file of a profile. */
async function foundOnDisk(folder: string, texts: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name)).catch(() => undefined);
    for (const text of texts) if (bytes?.includes(text)) found.add(text);
  }
  return [...found];
}

// A13
test(
  'with a passphrase no token lies on the disk, and a pin waits for it after a start of the browser',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const settings = await person.openExtensionPage('options.html');
    const lock = lockIn(settings);
    await typeInto(lock.field('New passphrase'), WORDS);
    await typeInto(lock.field('New passphrase once more'), WORDS);
    await lock.press('Set passphrase');
    await expect(lock.status).toHaveText('A passphrase is set.');
    const key = await keyOf(settings);
    await settings.close();

    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.connect(page);
    pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 503, times: 10_000 });
    await person.pinTo(popup, 'kit');
    await person.popupCloses(popup);
    await person.lose();
    pinterest.faults.clear();

    const tokens = pinterest.ledger.tokens().map(({ value }) => value);
    expect(tokens.length).toBeGreaterThan(1);
    expect(key).not.toBe('');
    expect(await foundOnDisk(person.browser.profileDir, [...tokens, key, WORDS])).toEqual([]);

    await person.comeBack();
    const again = await person.openPopup(await person.visit(pinterest.pages.recipe));
    await expect(again.getByText('Tack is locked.')).toBeVisible();
    const before = pinterest.ledger.requests('pins/create');
    await typeInto(again.getByLabel('Passphrase', { exact: true }), 'wrong horse battery');
    await again.keyboard.press('Enter');
    await expect(again.getByText('That is not the passphrase.')).toBeVisible();
    expect(pinterest.ledger.requests('pins/create')).toBe(before);
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);

    await typeInto(again.getByLabel('Passphrase', { exact: true }), WORDS);
    await again.keyboard.press('Enter');
    await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(1);
    await expect(again.getByRole('combobox', { name: 'Board' })).toBeVisible();
  },
);
