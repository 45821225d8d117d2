import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { takeBothPictures } from './harness/pictures.ts';
import { sidePanelIn } from './harness/views.ts';

/** Goes to the library with the keys of the tabs. */
async function goToLibrary(panel: Page): Promise<void> {
  const { recentPins } = sidePanelIn(panel);
  await recentPins.focus();
  await panel.keyboard.press('ArrowRight');
  await expect(panel.getByRole('list', { name: 'Boards' })).toBeVisible();
}

test('boards, sections and pins are looked after by keyboard', async ({
  connected: person,
  pinterest,
}) => {
  const panel = await person.openExtensionPage('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 700 });
  await goToLibrary(panel);
  await takeBothPictures(panel, '.output/look', 'boards');
  expect(await accessibilityFaults(panel)).toEqual([]);
  const boards = panel.getByRole('list', { name: 'Boards' }).getByRole('listitem');
  const named = (name: string) => boards.filter({ hasText: name });
  const names = () => pinterest.ledger.boards('linda_kitchen').map(({ name }) => name);

  await panel.getByRole('button', { name: 'New board' }).press('Enter');
  await panel.keyboard.type('kitchen ideas');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('You have one of this name already.');
  await takeBothPictures(panel, '.output/look', 'form');
  await panel.getByRole('textbox', { name: 'Name' }).fill('Über 🍰 <b>مطبخ</b>');
  await panel.keyboard.press('Enter');
  await expect.poll(names).toContain('Über 🍰 <b>مطبخ</b>');

  await panel.getByRole('searchbox').fill('uber');
  await named('Über').press('F2');
  await panel.getByRole('textbox', { name: 'Name' }).fill('Cakes');
  await panel.getByRole('textbox', { name: 'Description' }).fill('All that is sweet');
  await panel.keyboard.press('Control+Enter');
  await expect.poll(names).toContain('Cakes');
  await panel.getByRole('searchbox').fill('');

  await named('Kitchen ideas').press('Enter');
  const pins = panel.getByRole('list', { name: 'Pins' }).getByRole('listitem');
  await expect(pins.first()).toBeVisible();
  await takeBothPictures(panel, '.output/look', 'pins');
  expect(await accessibilityFaults(panel)).toEqual([]);
});
