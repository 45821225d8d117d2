import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { copiesOnDisk, tearJobs } from '../both/damage.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { expect, test } from './fixtures.ts';
import { arrowTo, pressOn, typeInto } from './harness/keys.ts';
import type { Person } from './harness/person.ts';
import { composerIn, sidePanelIn } from './harness/views.ts';

/** Opens the side panel in a tab of its own, at the outbox. */
async function openOutbox(person: Person): Promise<Page> {
  const panel = await person.openExtensionPage('sidepanel.html');
  await sidePanelIn(panel).outbox.click();
  return panel;
}

/** Lets Pinterest refuse the next pins, so that they are held in the outbox. */
function refuse(pinterest: LocalPinterest, times: number): void {
  for (let index = 0; index < times; index += 1) {
    pinterest.faults.add({
      operation: 'pins/create',
      kind: 'status',
      status: 404,
      body: { code: 40, message: 'Board not found.' },
    });
  }
}

/** What is on the boards by now, in the order of the alphabet. */
const titlesOf = ({ ledger }: LocalPinterest) =>
  ledger
    .pins({ seeded: false })
    .map(({ title }) => title ?? '')
    .toSorted((one, other) => one.localeCompare(other));

async function pinTitled(person: Person, page: Page, title: string): Promise<void> {
  const popup = await person.openPopup(page);
  await composerIn(popup).title.fill(title);
  await person.pinTo(popup, 'kit');
  await person.answerAgain(popup); // the page's picture is always the same
  await person.toast.says(page, 'It is kept');
}

/**
 * Exports the outbox and gives the file. It is taken from the page: where a popup was driven, its debugger has taken what is
 * downloaded to a place of its own.
 */
async function exportFrom(settings: Page): Promise<Buffer> {
  await settings.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { exported: blob });
      return make(blob);
    };
  });
  await settings.getByRole('button', { name: 'Export…' }).click();
  await settings.waitForFunction(() => 'exported' in globalThis);
  const bytes = await settings.evaluate(async () => {
    const { exported } = globalThis as never as { exported: Blob };
    return [...new Uint8Array(await exported.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** Writes other bytes into the browser's databases, as a dying disk does; the browser is not running. */
async function damageDatabases(profileDir: string): Promise<void> {
  const databases = path.join(profileDir, 'Default', 'IndexedDB');
  for (const folder of await readdir(databases)) {
    if (!/^chrome-extension_.*leveldb$/.test(folder)) continue;
    for (const name of await readdir(path.join(databases, folder)))
      if (/^(MANIFEST|.*\.(log|ldb)$)/.test(name))
        await writeFile(path.join(databases, folder, name), 'not what was here'.repeat(64));
  }
}

test.describe('the outbox', () => {
  test(
    'keeps what could not be sent: found, changed, taken back, and sent again all at once',
    { tag: '@always' },
    async ({ connected: person, pinterest }) => {
      refuse(pinterest, 3);
      const page = await person.visit(pinterest.pages.recipe);
      for (const title of ['First of them', 'Second of them', 'Third of them']) {
        await pinTitled(person, page, title);
      }
      const panel = await openOutbox(person);
      const rows = panel.getByRole('listitem');
      await expect(rows).toHaveCount(3);
      const needsYou = panel.getByRole('radio', { name: /Needs you 3/ });
      await arrowTo(needsYou, panel.getByRole('radio', { checked: true }));
      await expect(needsYou).toBeChecked();

      await typeInto(panel.getByRole('searchbox'), 'second');
      await expect(rows).toHaveCount(1);
      await pressOn(panel.getByRole('button', { name: 'Cancel: Second of them' }));
      await expect(panel.getByRole('radio', { name: /Needs you 2/ })).toBeAttached();
      await typeInto(panel.getByRole('searchbox'), '');

      const opened = person.context.waitForEvent('page');
      const third = panel.getByRole('listitem').filter({ hasText: 'Third of them' });
      await pressOn(third.getByRole('button', { name: 'Change it' }));
      const again = await person.openPopup(await opened);
      await expect(composerIn(again).title).toHaveValue('Third of them');
      await composerIn(again).title.fill('Third, changed');
      await person.pinTo(again, 'kit');
      await person.answerAgain(again);

      await panel.bringToFront();
      await pressOn(panel.getByRole('checkbox', { name: 'Choose all that are shown' }), 'Space');
      await pressOn(panel.getByRole('button', { name: 'Try these again' }));
      await expect.poll(() => titlesOf(pinterest)).toEqual(['First of them', 'Third, changed']);
    },
  );

  // D10
  test(
    'comes back from its file after everything was erased, and sends nothing twice',
    { tag: '@always' },
    async ({ connected: person, pinterest }) => {
      refuse(pinterest, 1);
      const page = await person.visit(pinterest.pages.recipe);
      await pinTitled(person, page, 'Kept in a file');
      const popup = await person.openPopup(page);
      await composerIn(popup).title.fill('Out already');
      await person.pinTo(popup, 'kit');
      await person.answerAgain(popup);
      await person.toast.says(page, 'Pinned to Kitchen ideas');

      const settings = await person.openExtensionPage('options.html');
      const file = await exportFrom(settings);
      expect(file.includes('Kept in a file')).toBe(true);
      expect(file.includes('pina_')).toBe(false);

      await settings.evaluate(async () => {
        for (const name of ['tack-jobs', 'tack-drafts', 'tack-history']) {
          await new Promise<void>((resolve) => {
            const request = indexedDB.deleteDatabase(name);
            request.addEventListener('success', () => resolve());
          });
        }
        const folder = await navigator.storage.getDirectory();
        await folder.removeEntry('outbox', { recursive: true });
      });
      // The draft that the popup began with is in it as well.
      for (const came of [
        /^[23] entries brought in\.$/,
        /^0 entries brought in\. [23] were here already\.$/,
      ]) {
        await settings.getByLabel('Import…').last().setInputFiles({
          name: 'outbox.zip',
          mimeType: 'application/zip',
          buffer: file,
        });
        await expect(settings.getByText(came)).toBeVisible();
      }
      const panel = await openOutbox(person);
      await expect(panel.getByText('Kept in a file')).toBeVisible(); // held for its own reason still
      expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);

      await panel.getByRole('button', { name: 'Try again' }).click();
      await expect.poll(() => titlesOf(pinterest)).toEqual(['Kept in a file', 'Out already']);
    },
  );

  // D04
  test('comes back from its copies where its databases were damaged on the disk, and the browser emptied them', async ({
    connected: person,
    pinterest,
  }) => {
    refuse(pinterest, 1);
    const page = await person.visit(pinterest.pages.recipe);
    await pinTitled(person, page, 'Kept in a copy');
    const settings = await person.openExtensionPage('options.html');
    await expect
      .poll(() => settings.evaluate(copiesOnDisk), { message: 'the copy of its row' })
      .toBeGreaterThan(0);
    await person.lose();
    await damageDatabases(person.profileDir);
    await person.comeBack();

    const panel = await openOutbox(person);
    await expect(panel.getByText('The browser found Tack’s database damaged')).toBeVisible();
    await expect(panel.getByText(/pins: 1, drafts: \d/)).toBeVisible();
    const row = panel.getByRole('listitem').filter({ hasText: 'Kept in a copy' });
    await expect(row.locator('img')).toHaveJSProperty('complete', true);
    expect(titlesOf(pinterest)).toEqual([]);

    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(panel.getByText('The browser found Tack’s database damaged')).toBeHidden();
  });

  // D04
  test('says what it can’t read, gives it as a file, and goes on without it', async ({
    connected: person,
  }) => {
    const settings = await person.openExtensionPage('options.html');
    await settings.evaluate(tearJobs);
    const panel = await openOutbox(person);
    const recovery = panel.getByRole('region', { name: 'What Tack kept' });
    await expect(recovery).toBeVisible();

    const download = panel.waitForEvent('download');
    await recovery.getByRole('button', { name: 'Export everything as it is' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('was here');

    await recovery.getByRole('button', { name: 'Set it aside and start anew…' }).click();
    await recovery.getByRole('button', { name: 'Keep a copy, and go on without it' }).click();
    await expect(panel.getByText('Nothing is on its way.')).toBeVisible();
  });
});
