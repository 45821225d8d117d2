import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { LocalPinterest } from '../pinterest/server.ts';
import { expect, test } from './fixtures.ts';
import { extensionUrl } from './harness/firefox.ts';
import type { Person } from './harness/person.ts';

declare const browser: {
  runtime: { getManifest(): { version: string } };
  alarms: { getAll(): Promise<{ name: string }[]> };
};

/** The same Tack as a newer version, in a folder of its own. */
async function makeNewer(extensionDir: string, version: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-newer-'));
  await cp(extensionDir, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...manifest, version }));
  return folder;
}

const isWelcomeOpen = async (person: Person) =>
  (await person.addresses()).includes(extensionUrl('welcome.html'));

/** Pins a picture from the menu, and leaves when Pinterest has it and holds its answer back; gives what lets it answer. */
async function pinHeld(person: Person, pinterest: LocalPinterest): Promise<string> {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.pinFromMenu(page, '#hero');
  const held = pinterest.faults.add({ operation: 'pins/create', kind: 'hold' });
  await person.pinTo(popup, 'kit');
  await expect.poll(() => pinterest.faults.list()[0]?.waiting).toBe(1);
  await person.window.tidy();
  return held;
}

// U01, U02
test('a newer Tack that comes while Pinterest answers makes one pin in Firefox, is signed in still, and opens no first page again', async ({
  connected: person,
  firefox,
  extensionDir,
  pinterest,
}) => {
  const held = await pinHeld(person, pinterest);
  const newer = await makeNewer(extensionDir, '99.0.0');
  try {
    await firefox.install(newer);
    person.leaveViews();
    pinterest.faults.release(held);

    const settings = await person.settings();
    await settings.says('Connected as @linda_kitchen');
    expect(await settings.run(() => browser.runtime.getManifest().version, null)).toBe('99.0.0');
    await person.settles();
    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
    const alarms = await settings.run(() => browser.alarms.getAll(), null);
    expect(alarms.map(({ name }) => name)).toContain('tack-renewal');
    expect(await isWelcomeOpen(person)).toBe(false);
    // The page still has the scripts of the version before, which nobody answers; it is read all the same.
    await (await person.openPopup()).see({ role: 'textbox', name: 'Title' });
  } finally {
    await firefox.uninstall().catch(() => undefined);
    await rm(newer, { recursive: true, force: true });
  }
});

// U04
test('a Tack that is turned off in Firefox while a pin waits, and on again, makes it once and opens no first page', async ({
  connected: person,
  firefox,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.pinFromMenu(page, '#hero');
  pinterest.faults.add({ operation: 'pins/create', kind: 'drop-before', times: 50 });
  await person.pinTo(popup, 'kit');
  await expect.poll(() => pinterest.faults.list()[0]?.met).toBeGreaterThan(0);
  await firefox.turnTack(false);
  person.leaveViews();
  pinterest.faults.clear();
  await firefox.turnTack(true);

  const made = () => pinterest.ledger.pins({ seeded: false }).length;
  await expect.poll(made, { timeout: 60_000 }).toBe(1);
  await (await person.settings()).says('Connected as @linda_kitchen');
  await person.settles();
  expect(made()).toBe(1);
  expect(await isWelcomeOpen(person)).toBe(false);
});

test('the first page comes with the install in Firefox, and not when the background begins anew', async ({
  connected: person, // it has come, and was closed
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  await person.window.stopBackground();
  await (await person.openPopup()).see({ role: 'combobox', name: 'Board' });

  expect(await isWelcomeOpen(person)).toBe(false);
});

// U06
test('a Firefox whose process for extensions crashes while Pinterest answers makes one pin', async ({
  connected: person,
  firefox,
  pinterest,
}) => {
  const held = await pinHeld(person, pinterest);
  await firefox.crashExtensions();
  person.leaveViews();
  pinterest.faults.release(held);

  // Whatever the person opens next wakes it; left alone, an alarm does.
  await (await person.settings()).says('Connected as @linda_kitchen');
  await person.settles();
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
});

// K16
test('the background of Firefox is stopped by itself once nothing is open, and no alarm is left but that of the day', async ({
  connected: person,
  pinterest,
}) => {
  test.setTimeout(240_000);
  const page = await person.visit(pinterest.pages.recipe);
  await person.pinTo(await person.pinFromMenu(page, '#hero'), 'kit');
  await person.settles();
  const settings = await person.settings();
  const alarms = await settings.run(() => browser.alarms.getAll(), null);
  expect(alarms.map(({ name }) => name)).toEqual(['tack-renewal']);
  await settings.close();
  person.leaveViews();

  // No debugger holds it: what drives the pages is none to it.
  const state = () => person.window.backgroundState();
  await expect.poll(state, { timeout: 180_000 }).toBe('stopped');
});
