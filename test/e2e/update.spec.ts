import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { expect, test } from './fixtures.ts';
import { allowReloads, turnTack } from './harness/extensions-page.ts';
import { Person } from './harness/person.ts';

/** What Tack's own pages have. */
declare const chrome: {
  runtime: { reload(): void; getManifest(): { version: string } };
  alarms: { getAll(): Promise<{ name: string }[]> };
};

/** As the browser does: other files in the place of the old ones. */
async function putVersion(extensionDir: string, version: string): Promise<void> {
  const file = path.join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...manifest, version }));
}

// U01, U02, U04
test(
  'a newer Tack that comes while pins are sent, and one that is turned off and on, make each once and leave pages alone',
  { tag: '@always' },
  async ({ lane, display, signedIn, pinterest }) => {
    test.setTimeout(240_000);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-update-'));
    const [extensionDir, profileDir] = [path.join(folder, 'tack'), path.join(folder, 'profile')];
    await cp(lane.extensionDir, extensionDir, { recursive: true });
    await cp(signedIn.profileDir, profileDir, { recursive: true });
    signedIn.restoreTokens();
    const person = await Person.return({ extensionDir, profileDir, display });
    const errors: string[] = [];
    person.context.on('weberror', (error) => void errors.push(error.error().message));
    await allowReloads(person.context);
    const made = () => pinterest.ledger.pins({ seeded: false }).map(({ title }) => title);
    const pin = async (title: string, kind: 'hold' | 'drop-before') => {
      const page = await person.visit(`${pinterest.pages.recipe}&${title}`);
      const popup = await person.openPopup(page);
      await popup.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
      const fault = pinterest.faults.add({ operation: 'pins/create', kind, times: 50 });
      await person.pinTo(popup, 'kit');
      return { page, popup, fault };
    };
    try {
      // Its bytes are at Pinterest, and the toast of the old version is in the page.
      const { page, fault } = await pin('Before', 'hold');
      await person.toast.says(page, 'Kitchen ideas');
      await expect.poll(made).toEqual(['Before']);
      await putVersion(extensionDir, '99.0.0');
      const view = await person.openExtensionPage('options.html');
      const closed = view.waitForEvent('close');
      await view.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      await closed;
      pinterest.faults.release(fault);
      pinterest.faults.clear();
      await person.toast.click(page, 'Close').catch(() => undefined); // nobody answers it any more

      await expect(async () => {
        const again = await person.openExtensionPage('sidepanel.html');
        try {
          expect(await again.evaluate(() => chrome.runtime.getManifest().version)).toBe('99.0.0');
          await again.getByRole('tab', { name: /outbox/i }).click();
          await expect(again.locator('.outbox-job')).toContainText('Pinned to Kitchen ideas');
          const alarms = await again.evaluate(() => chrome.alarms.getAll());
          expect(alarms.map(({ name }) => name)).toContain('tack-renewal');
        } finally {
          await again.close();
        }
      }).toPass({ timeout: 60_000 });
      expect(made()).toEqual(['Before']);

      const waiting = await pin('Waiting', 'drop-before');
      await person.answerAgain(waiting.popup); // the page's picture is always the same
      await person.toast.says(waiting.page, 'Kitchen ideas'); // it is queued: only then is it Tack's
      await turnTack(person.context, false);
      pinterest.faults.clear();
      expect(made()).toEqual(['Before']);
      await turnTack(person.context, true);
      await expect.poll(made, { timeout: 60_000 }).toEqual(['Waiting', 'Before']);
      expect(errors).toEqual([]);
      const tabs = person.context.pages().map((tab) => tab.url());
      expect(tabs.filter((url) => url.endsWith('/welcome.html'))).toEqual([]);
    } finally {
      await person.leave().catch(() => undefined);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);
