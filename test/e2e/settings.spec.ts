import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { pressOn, typeInto } from './harness/keys.ts';
import { detailsIn } from './harness/views.ts';

const schemeOf = () => getComputedStyle(document.documentElement).colorScheme;

test(
  'by keyboard: settings are found by their words, take effect at once, and can all be put back',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    await person.visit(pinterest.pages.recipe);
    const settings = await person.openExtensionPage('options.html');
    const other = await person.openExtensionPage('welcome.html');
    await settings.bringToFront();

    await typeInto(settings.getByRole('textbox', { name: 'Search settings' }), 'dark or light');
    await expect(settings.getByRole('heading', { level: 2 })).toHaveText(['Appearance']);
    await pressOn(settings.getByRole('radio', { name: 'As the computer' }), 'ArrowLeft');
    expect(await settings.evaluate(schemeOf)).toBe('dark');
    await expect.poll(() => other.evaluate(schemeOf)).toBe('dark');
    expect(await accessibilityFaults(settings)).toEqual([]);

    await typeInto(settings.getByRole('textbox', { name: 'Search settings' }), 'qwertz');
    await expect(settings.getByText('No setting has these words.')).toBeVisible();
    await pressOn(settings.getByRole('link', { name: 'Right-click menu' }));
    await expect(settings.getByRole('heading', { name: 'Right-click menu' })).toBeFocused();
    await pressOn(settings.getByRole('switch', { name: 'Elsewhere on a page' }), 'Space');

    const details = detailsIn(settings);
    await typeInto(details.title, '{title}, of {site}');
    await expect(settings.getByText('Pins that you begin now')).toBeVisible();

    await pressOn(settings.getByRole('button', { name: 'Restore defaults…' }));
    await pressOn(settings.getByRole('button', { name: 'Restore', exact: true }));
    await expect(settings.getByRole('switch', { name: 'Elsewhere on a page' })).toBeChecked();
    await expect(settings.getByText('All settings are as they were')).toBeFocused();
    await expect(details.title).toHaveValue('{title}');
    expect(await settings.evaluate(schemeOf)).toBe('light dark');

    await expect(settings.getByText('Connected as @linda_kitchen')).toBeVisible();
    await settings.getByRole('button', { name: 'Erase everything…' }).click();
    await settings.getByRole('button', { name: 'Erase it all' }).click();
    await expect(settings.getByRole('button', { name: 'Connect Pinterest' })).toBeVisible();
    await expect(settings.getByText('Connected as @linda_kitchen')).toHaveCount(0);
  },
);

/** Which of these entries the browser's menu has: one that is not there can't be changed. */
const menuEntries = (settings: Page, ids: readonly string[]) =>
  settings.evaluate(async (all) => {
    type Menus = { update(id: string, change: object): Promise<void> };
    const { contextMenus } = (globalThis as unknown as { chrome: { contextMenus: Menus } }).chrome;
    const has = (id: string) =>
      contextMenus.update(id, {}).then(
        () => [id],
        () => [],
      );
    return (await Promise.all(all.map(has))).flat();
  }, ids);

test('by keyboard: each entry of the right-click menu can be turned off, and the rest stay', async ({
  person,
}) => {
  const settings = await person.openExtensionPage('options.html');
  const ids = ['pin-image', 'save-pin', 'pin-page'];
  const entries = () => menuEntries(settings, ids);
  await expect.poll(entries).toEqual(ids);

  for (const [name, left] of [
    ['On Pinterest itself, to save a pin to a board of yours', ['pin-image', 'pin-page']],
    ['Elsewhere on a page', ['pin-image']],
    ['On images and videos', ['pin-image']], // which links and selected text have as well
    ['On links, which may hide an image', ['pin-image']],
    ['On selected text, which becomes the description', []],
  ] as const) {
    await pressOn(settings.getByRole('switch', { name }), 'Space');
    await expect.poll(entries, { message: `without “${name}”` }).toEqual(left);
  }
  await pressOn(settings.getByRole('switch', { name: 'On Pinterest itself' }), 'Space');
  await expect.poll(entries).toEqual(['save-pin']);
  await person.lose();
  await person.comeBack();
  const again = await person.openExtensionPage('options.html');
  await expect.poll(() => menuEntries(again, ids)).toEqual(['save-pin']);
});

test('settings say which keys and permissions the browser gives, and how Tack is doing', async ({
  connected: person,
  pinterest,
}) => {
  pinterest.faults.add({ operation: 'user_account/analytics', kind: 'status', status: 500 });
  const panel = await person.openExtensionPage('sidepanel.html');
  await expect(panel.getByRole('alert')).toBeVisible();
  const settings = await person.openExtensionPage('options.html');

  // A browser that was started with Tack in it assigns no keys.
  await expect(settings.getByText(/Open Tack for the page in front(?:Not set|Alt)/)).toBeVisible();
  await expect(settings.getByText('Opens Pinterest’s own window to sign in')).toBeVisible();

  await settings.getByRole('button', { name: 'Look now' }).click();
  await expect(settings.getByText('api/unavailable', { exact: true })).toBeVisible();
  await expect(settings.getByText(/The background answers in/)).toBeVisible();
  await settings.getByText('The report', { exact: true }).click();
  const report = await settings.locator('.settings-report').textContent();
  expect(JSON.parse(report ?? '')).toMatchObject({ outbox: { open: 0, ended: 0 } });
  expect(report).not.toMatch(/pin[arc]_|linda|localhost/);
});
