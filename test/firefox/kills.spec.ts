import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { findCommand } from '../../scripts/browser.mjs';
import { scopes } from '../chaos/settle.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { makeVideo, measured } from '../pinterest/videos.ts';
import { expect, test as base } from './fixtures.ts';
import { extensionUrl, Firefox } from './harness/firefox.ts';
import { openView } from './harness/open-view.ts';
import { Person } from './harness/person.ts';

const MEGABYTE = 1_000_000;

/** The label of the field that takes files. */
const FILES = 'Pictures and videos from files. Pasting and dropping them here do the same.';

declare const browser: {
  tabs: { query(filter: { index: number }): Promise<{ id: number }[]> };
};

/** A Firefox that may be killed: it has a profile of its own, and comes back with it. */
class Mortal {
  readonly #profileDir: string;
  readonly #extensionDir: string;
  #firefox: Firefox | null = null;

  constructor(profileDir: string, extensionDir: string) {
    this.#profileDir = profileDir;
    this.#extensionDir = extensionDir;
  }

  /** Starts it for the first time. */
  async arrive(): Promise<Person> {
    const person = await this.#open();
    await person.arrive(this.#extensionDir);
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

/** Opens the popup as a page of its own, which takes files. */
async function popupAsPage(person: Person) {
  const settings = await person.settings();
  const find = async () => (await browser.tabs.query({ index: 0 }))[0]?.id;
  const id = await settings.run(find, null);
  const view = await openView(person.firefox.bidi, extensionUrl(`popup.html?tab=${id}`));
  await view.show();
  return view;
}

// K02, K17
test('a Firefox killed before and after Pinterest has a pin makes one pin each time', async ({
  mortal,
  pinterest,
}) => {
  test.setTimeout(240_000);
  let person = await mortal.arrive();
  await person.connectWith(pinterest.signIn(scopes).access.value);
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
  const file = testInfo.outputPath('clip.mp4');
  await makeVideo({ file, padding: 6 * MEGABYTE });
  let person = await mortal.arrive();
  await person.connectWith(pinterest.signIn(scopes).access.value);
  await person.visit(pinterest.pages.recipe);
  await (await person.openPopup()).see({ role: 'combobox', name: 'Board' });
  await person.window.tidy();
  const view = await popupAsPage(person);
  await view.click({ role: 'button', name: 'Other' });
  await view.click({ role: 'summary', name: 'Add another picture' });
  await view.setFiles(FILES, [file]);
  await view.click({ role: 'button', name: 'Use this picture' });
  await view.says('0:06');

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

  await expect.poll(() => pins(pinterest), { timeout: 90_000 }).toMatchObject([{ kind: 'video' }]);
  const { size, sha256 } = await measured(file);
  const received = pinterest.ledger.media().flatMap((media) => media.received ?? []);
  expect(received).toMatchObject([{ size, sha256 }]);
});
