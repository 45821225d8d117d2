import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { findCommand } from '../../scripts/browser.mjs';
import { copiesOnDisk } from '../both/damage.ts';
import { soon } from '../by-hand/making.ts';
import { scopes } from '../chaos/settle.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { expect, test as base } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { Firefox } from './harness/firefox.ts';
import { handsOn } from './harness/hands.ts';
import { Person } from './harness/person.ts';
import { compose, expectOnePin, video } from './harness/video.ts';

const MEGABYTE = 1_000_000;

/** A Firefox that may be killed: it has a profile of its own, and comes back with it. */
class Mortal {
  readonly #profileDir: string;
  readonly #extensionDir: string;
  #firefox: Firefox | null = null;

  constructor(profileDir: string, extensionDir: string) {
    this.#profileDir = profileDir;
    this.#extensionDir = extensionDir;
  }

  /** Starts it for the first time, and connects an account. */
  async arrive(pinterest: LocalPinterest): Promise<Person> {
    const person = await this.#open();
    await person.arrive(this.#extensionDir);
    await person.connectWith(pinterest.signIn(scopes).access.value);
    return person;
  }

  /** Starts it again with Tack in it, which is a guest that went with the browser; what it kept is there. */
  async comeBack(): Promise<Person> {
    const person = await this.#open();
    await person.firefox.install(this.#extensionDir);
    return person;
  }

  async #open(): Promise<Person> {
    this.#firefox = await Firefox.start(this.#profileDir);
    return new Person(this.#firefox);
  }

  kill = async (): Promise<void> => this.#firefox?.kill();

  /** Writes other bytes into Tack's databases, as a dying disk does, while Firefox is not running. Its settings are elsewhere. */
  async damageDatabases(): Promise<void> {
    const storage = path.join(this.#profileDir, 'storage/default');
    const isTack = (folder: string) => /^moz-extension[^^]*$/.test(folder);
    for (const folder of (await readdir(storage)).filter(isTack)) {
      const databases = path.join(storage, folder, 'idb');
      const files = (await readdir(databases)).filter((name) => name.includes('.sqlite'));
      if (files.length === 0) throw new Error('There is no database.');
      for (const name of files)
        await writeFile(path.join(databases, name), 'not what was here'.repeat(64));
    }
  }
}

const test = base.extend<{ mortal: Mortal }>({
  mortal: async ({ extensionDir, pinterest }, use) => {
    pinterest.reset();
    const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-mortal-'));
    const mortal = new Mortal(profileDir, extensionDir);
    await use(mortal);
    await mortal.kill();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  },
});

const pins = (pinterest: LocalPinterest) => pinterest.ledger.pins({ seeded: false });

// K02, K17
test('a Firefox killed before and after Pinterest has a pin makes one pin each time', async ({
  mortal,
  pinterest,
}) => {
  test.setTimeout(240_000);
  let person = await mortal.arrive(pinterest);
  for (const [nth, kind] of (['hold', 'hold-before'] as const).entries()) {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.pinFromMenu(page, nth === 0 ? '#hero' : '#flock');
    const held = pinterest.faults.add({ operation: 'pins/create', kind });
    await person.pinTo(popup, 'kit');
    await expect.poll(() => pinterest.faults.list()[0]?.waiting).toBe(1);
    await mortal.kill();
    pinterest.faults.release(held);
    pinterest.faults.clear();

    person = await mortal.comeBack();
    await person.settings(); // whatever is opened next wakes it; left alone, an alarm does
    await expect.poll(() => pins(pinterest).length, { timeout: 60_000 }).toBe(nth + 1);
    await person.settles();
  }
  expect(pins(pinterest)).toHaveLength(2);
});

// K10
test('an upload is one pin with all its bytes where Firefox’s background is stopped and Firefox killed half-way', async ({
  mortal,
  pinterest,
}, testInfo) => {
  test.skip(!findCommand('ffmpeg'), 'ffmpeg is not here, and videos are made with it');
  test.setTimeout(240_000);
  const file = await video(testInfo, 6 * MEGABYTE);
  let person = await mortal.arrive(pinterest);
  const view = await compose(person, pinterest, file);

  pinterest.setUploadSpeed(MEGABYTE);
  const arrived = (bytes: number) =>
    waitFor(() => pinterest.ledger.arrivedBytes() >= bytes || undefined, { for: `${bytes} bytes` });
  await person.pinTo(view, 'kit');
  await arrived(2 * MEGABYTE);
  await person.window.stopBackground();
  const before = pinterest.ledger.arrivedBytes();
  await person.settings(); // wakes it
  await arrived(before + 2 * MEGABYTE);
  await mortal.kill();
  pinterest.setUploadSpeed(null);
  person = await mortal.comeBack();
  await person.settings();

  await expectOnePin(pinterest, file);
});

test('what was due while Firefox was closed is listed, and sent once when the person says so', async ({
  mortal,
  pinterest,
}) => {
  test.setTimeout(240_000);
  let person = await mortal.arrive(pinterest);
  await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup();
  await popup.click({ role: 'combobox', name: 'Board' });
  await popup.type('kit');
  await popup.see({ role: 'option', name: '/^Kitchen ideas/' });
  await popup.press('Enter');
  await popup.click({ role: 'button', name: 'Schedule…' });
  await popup.see({ role: 'button', name: 'Take this slot' });
  await handsOn(popup).fill('Day and time', await popup.run(soon, null));
  await popup.click({ role: 'button', name: 'Schedule' });
  await popup.click({ role: 'button', name: 'Yes, mine to publish' });
  await popup.says('Goes out ');
  await mortal.kill();
  // What is late by less than five minutes is simply sent; at the tests' pace that is 15 s.
  await new Promise((resolve) => setTimeout(resolve, 40_000));
  person = await mortal.comeBack();

  await person.visit(pinterest.pages.recipe);
  const sidebar = await person.openSidebar();
  await sidebar.click({ role: 'tab', name: '/^Outbox/' });
  await sidebar.says('1 pin was due while the browser was closed.');
  expect(pins(pinterest)).toEqual([]);
  expect(await accessibilityFaults(sidebar)).toEqual([]);
  await sidebar.click({ role: 'button', name: 'Send now' });
  await expect.poll(() => pins(pinterest).length, { timeout: 60_000 }).toBe(1);
});

// D04
test('the outbox comes back from its copies where its databases were damaged on the disk, and Firefox emptied them', async ({
  mortal,
  pinterest,
}) => {
  test.setTimeout(240_000);
  let person = await mortal.arrive(pinterest);
  const body = { code: 40, message: 'Board not found.' };
  pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 404, body });
  await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup();
  await popup.click({ role: 'textbox', name: 'Title' });
  await popup.press('Control+a');
  await popup.type('Kept in a copy');
  await person.pinTo(popup, 'kit');
  const settings = await person.settings();
  await expect.poll(() => settings.run(copiesOnDisk, null)).toBeGreaterThan(0);
  await expect.poll(() => pinterest.ledger.requests('pins/create')).toBe(1);
  await mortal.kill();
  await mortal.damageDatabases();
  person = await mortal.comeBack();

  await person.visit(pinterest.pages.recipe);
  const sidebar = await person.openSidebar();
  await sidebar.click({ role: 'tab', name: '/^Outbox/' });
  await sidebar.says('The browser found Tack’s database damaged');
  await sidebar.says('Kept in a copy');
  expect(pins(pinterest)).toEqual([]);
  await sidebar.click({ role: 'button', name: 'Close' });
});
