import type { Page } from '@playwright/test';

import type { LocalPinterest } from '../pinterest/server.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import type { Person } from './harness/person.ts';
import { composerIn, csvIn, sidePanelIn } from './harness/views.ts';

/** Leaves a pin in the outbox that needs the person. */
async function leaveHeld(person: Person, pinterest: LocalPinterest): Promise<void> {
  const body = { code: 40, message: 'Board not found.' };
  pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 404, body });
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await composerIn(popup).title.fill('Needs its person');
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'It is kept');
}

/** Holds a view against axe in both themes, and keeps a picture of each for whoever wants to look. */
async function expectOpenToAll(view: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await view.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = test.info().outputPath(`${name}-${colorScheme}.png`);
    await view.screenshot({ path, fullPage: true });
    expect([name, colorScheme, await accessibilityFaults(view)]).toEqual([name, colorScheme, []]);
  }
}

test('the outbox keeps nobody out, in either theme', async ({ connected: person, pinterest }) => {
  await leaveHeld(person, pinterest);
  const panel = await person.openExtensionPage('sidepanel.html');
  await sidePanelIn(panel).outbox.click();
  await expect(panel.getByText('Needs its person')).toBeVisible();
  await expectOpenToAll(panel, 'outbox');

  await panel.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
  await expectOpenToAll(panel, 'outbox-chosen');
});

test('the numbers keep nobody out, in either theme', async ({ connected: person }) => {
  const panel = await person.openExtensionPage('sidepanel.html');
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click();
  await expect(panel.getByRole('slider')).toBeVisible();
  await expectOpenToAll(panel, 'stats');
  await press('Show as table');
  await expectOpenToAll(panel, 'stats-table');

  await press('Top pins');
  await panel
    .getByRole('checkbox', { name: /^Compare/ })
    .first()
    .check();
  await panel
    .getByRole('checkbox', { name: /^Compare/ })
    .nth(1)
    .check();
  await expectOpenToAll(panel, 'stats-top');
  await press('Compare');
  await expect(panel.getByRole('slider')).toBeVisible();
  await expectOpenToAll(panel, 'stats-compared');
  await press('Back');
  await panel.locator('.pin-line-title').first().click();
  await expect(panel.getByRole('slider')).toBeVisible();
  await expectOpenToAll(panel, 'stats-pin');
  await press('Boards');
  await expect(panel.getByRole('table')).toBeVisible();
  await expectOpenToAll(panel, 'stats-boards');
});

test('outbox, data, schedule and CSV in the settings keep nobody out, in either theme', async ({
  connected: person,
}) => {
  const settings = await person.openExtensionPage('options.html');
  await settings.getByRole('button', { name: 'Check what Tack kept' }).click();
  await expect(settings.getByRole('region', { name: 'What Tack kept' })).toBeVisible();
  const { file, region } = csvIn(settings);
  const buffer = Buffer.from('title,board,image_url\nOne,Attic of nowhere,bowl.png\n');
  await file.setInputFiles({ name: 'pins.csv', mimeType: 'text/csv', buffer });
  await expect(region.getByRole('row', { name: /You have no board/ })).toBeVisible();
  await expectOpenToAll(settings, 'settings');
});
