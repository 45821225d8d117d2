import { expect, test } from './fixtures.ts';
import { says, seeControl, seeWindow } from './harness/in-page.ts';

const toast = 'data-tack-toast';

test('a menu click pins at once in Firefox, where that is wanted, and its toast lets the board be changed', async ({
  connected: person,
  pinterest,
}) => {
  const settings = await person.settings();
  await settings.show();
  await settings.click({ role: 'checkbox', name: 'Pin at once' });
  const page = await person.visit(pinterest.pages.recipe);
  await person.pinTo(await person.openPopup(), 'kit');
  await expect.poll(says(person, toast), { timeout: 30_000 }).toContain('Pinned to Kitchen ideas');

  await page.goto(pinterest.pages.recipe); // and with it goes the toast
  await person.chooseFromMenu(page, '#flock', 'Pin this image');
  const change = await seeControl(person, toast, 'Change board');
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  await page.clickAt(change);
  const view = await seeWindow(person);
  expect((await view.see({ role: 'combobox', name: 'Board' })).value).toMatch(/Kitchen ideas/);
  await person.pinTo(view, 'cheese');
  const boards = () => pinterest.ledger.pins({ seeded: false }).map(({ board }) => board);
  await expect.poll(boards, { timeout: 30_000 }).toHaveLength(2);
  expect(boards()).toEqual(expect.arrayContaining(['Kitchen ideas', 'Cheese']));
});
