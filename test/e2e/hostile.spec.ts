import type { Page } from '@playwright/test';

import {
  harmDone,
  hostilePages,
  hostilePictures,
  isDrawn,
  shown,
  unharmed,
} from '../both/hostile-pages.ts';
import { strings } from '../fixtures/hostile/strings.ts';
import { expect, test } from './fixtures.ts';
import { peakOfExtensions } from './harness/peak-memory.ts';
import type { Person } from './harness/person.ts';
import { composerIn } from './harness/views.ts';

const harmTo = (view: Page) => view.evaluate(harmDone);

// Each of these goes through several pages.
test.describe.configure({ timeout: 180_000 });

/** Opens a hostile page in a tab of its own, not waiting for what never ends: some cannot be left by an address. */
async function open(person: Person, url: string): Promise<Page> {
  const before = person.context.pages();
  const page = await person.context.newPage();
  await Promise.all(before.map((tab) => tab.close()));
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

/** The whole visit of one page: the popup answers with a draft or with words, and nothing else has come of the page. */
async function visit(person: Person, url: string, says: RegExp): Promise<Page> {
  const page = await open(person, url);
  const popup = await person.openPopup(page);
  const complaints: string[] = [];
  popup.on('console', (message) => complaints.push(message.text()));
  popup.on('dialog', (dialog) => complaints.push(dialog.message()));
  const { title, problem } = composerIn(popup);
  const isThere = title.or(problem).first();
  await expect(isThere, url).toBeVisible({ timeout: 60_000 });
  const answer = (await title.isVisible()) ? await title.inputValue() : await problem.innerText();
  expect(answer, url).toMatch(says);
  expect(await harmTo(popup), url).toEqual(unharmed);
  expect(complaints.filter((text) => /policy|hostile/i.test(text))).toEqual([]);
  await person.closeView(popup);
  expect(await person.worker.isRunning(), url).toBe(true);
  return page;
}

for (const [group, pages] of hostilePages) {
  // H03, H04, H05, H06
  test(`a page that ${group} is read, or it is said why not, and nothing of it runs`, async ({
    person,
    pinterest,
  }) => {
    for (const [name, says] of Object.entries(pages)) {
      const page = await visit(person, `${pinterest.pages.hostile}/page/${name}`, says);
      if (name !== 'prototypes') continue;
      // Nothing but its own call came to what it put in the place of the browser's functions.
      expect(await page.locator('html').getAttribute('data-heard')).toBe('parse ');
    }
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
  });
}

// H08, H10, H11
test('pictures that are none, or have no end, are refused with the reason, and run nothing', async ({
  person,
  pinterest,
}) => {
  for (const [name, says] of Object.entries(hostilePictures)) {
    const popup = await person.openPopup(
      await open(person, `${pinterest.pages.hostile}/page/${name}`),
    );
    const { title, problem } = composerIn(popup);
    await expect(title).toBeVisible({ timeout: 60_000 });
    if (says) await expect(problem, name).toContainText(says, { timeout: 60_000 });
    else await expect.poll(() => popup.evaluate(isDrawn), name).toBe(true);
    expect(await harmTo(popup)).toEqual(unharmed);
    await person.closeView(popup);
    expect(await person.worker.isRunning()).toBe(true);
  }
  // Of the popup, the worker and the document that decodes, which are in one process. Only Linux tells.
  const peakMb = await peakOfExtensions(person.browser.pid);
  if (process.platform === 'linux') expect(peakMb).toBeLessThan(300);
});

// H05
test('a page that has no time is given up with words, and the next one is read', async ({
  person,
  pinterest,
}) => {
  await visit(person, `${pinterest.pages.hostile}/page/busy`, /^Has no time$|answer|reload/i);
  await visit(person, pinterest.pages.recipe, /cheese/);
});

// H01
test('sixty texts that would be something else are shown and pinned as they are written', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  for (const at of [0, 5, 31, 35, 39, 52]) {
    await page.goto(`${pinterest.pages.hostile}/strings/${at}`);
    const view = await person.openPopup(page);
    const text = shown(strings[at] ?? '');
    await expect(composerIn(view).title).toHaveValue(text);
    await expect(composerIn(view).description).toHaveValue(`${text} ${text}`);
    await expect(composerIn(view).link).toHaveValue(/^http:\/\/hostile\.localhost/);
    expect(await harmTo(view)).toEqual(unharmed);
    await person.closeView(view);
  }

  await page.goto(`${pinterest.pages.hostile}/strings/3`);
  const popup = await person.openPopup(page);
  await popup.getByRole('button', { name: 'Other', exact: true }).click();
  const options = popup.getByRole('listbox', { name: 'Choose an image' }).getByRole('option');
  await options.first().focus();
  const count = Number(await options.first().getAttribute('aria-setsize'));
  expect(count).toBeGreaterThanOrEqual(strings.length);
  const labels: (string | null)[] = [];
  for (let at = 0; at < count; at += 1) {
    // Only what is on the screen is drawn, so the keyboard goes through all of them.
    labels.push(await popup.locator(':focus').getAttribute('aria-label'));
    await popup.keyboard.press('ArrowRight');
  }
  for (const text of strings) {
    expect(labels.some((label) => label?.includes(shown(text).slice(0, 80)))).toBe(true);
  }
  expect(await harmTo(popup)).toEqual(unharmed);
  await popup.keyboard.press('Enter'); // the last of them is a picture that can be pinned
  await expect(options).toHaveCount(0);
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ title: strings[3] }]);
});

// H01
test(
  'names of boards that would be something else are shown as they are',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const { access } = pinterest.signIn(['boards:read', 'boards:write']);
    const url = new URL(`${pinterest.apiUrl}/boards`);
    url.hostname = '127.0.0.1';
    const names = strings.filter((text) => text === shown(text)).map((text) => text.slice(0, 60));
    for (const name of names) {
      await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${access.value}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      });
    }
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await composerIn(popup).board.click();
    for (const typed of ['onerror', 'script', 'javascript', 'DROP', '__proto__']) {
      await composerIn(popup).board.fill(typed);
      const option = composerIn(popup).boardOptions.filter({ hasText: typed }).first();
      await expect(option).toBeVisible();
      const text = (await option.innerText()).split('\n', 1)[0] ?? '';
      expect(names.some((name) => text.includes(name) || name.includes(text))).toBe(true);
    }
    expect(await harmTo(popup)).toEqual(unharmed);
  },
);

test('an app of one page is read as it is shown now, whatever its head still says', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.app);
  const tea = await person.openPopup(page);
  await expect(composerIn(tea).title).toHaveValue('Tea for two');
  await person.closeView(tea);

  await page.getByRole('button', { name: 'Bread' }).click();
  const bread = await person.openPopup(page);
  await expect(composerIn(bread).title).toHaveValue('Bread at dawn');
  await expect(composerIn(bread).link).toHaveValue(/\/app\/bread$/);
  await expect(bread.locator('.shot img')).toBeVisible();
  await expect(composerIn(bread).description).toHaveValue('');
});
