import { expect, test } from './fixtures.ts';
import { giveKeys } from './harness/extensions-page.ts';
import { chooseFromMenu } from './harness/menu.ts';
import { composerIn } from './harness/views.ts';

test('a menu click pins at once, where that is wanted, and its toast lets the board be changed', async ({
  connected: person,
  pinterest,
}) => {
  test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
  const settings = await person.openExtensionPage('options.html');
  await settings.getByRole('switch', { name: 'Pin at once' }).check();
  await settings.close();
  const page = await person.visit(pinterest.pages.recipe);
  const first = await person.openPopup(page);
  await person.pinTo(first, 'kit');
  await person.popupCloses(first);
  await person.toast.says(page, 'Pinned to Kitchen ideas');
  await page.reload(); // and with it goes the toast

  await chooseFromMenu(person.browser, page.locator('main img').nth(1), {
    menu: 'picture',
    until: () => person.toast.isThere(page),
    timeoutMs: 20_000,
  });
  await person.toast.click(page, 'Change board');
  const popup = await person.see('popup.html');
  await expect(composerIn(popup).board).toHaveValue(/Kitchen ideas/);
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  await person.typeBoard(popup, 'gar');
  await person.chooseAndPin(popup);
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(2);
});

test(
  'by keyboard: a key pins at once, and its toast takes the pin back or to another board',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const { display } = person.browser;
    test.skip(!display, 'keys of the browser itself need Xvfb, openbox and xdotool');
    await giveKeys(person.context);
    const page = await person.visit(pinterest.pages.recipe);
    const first = await person.openPopup(page);
    await person.pinTo(first, 'kit');
    await person.popupCloses(first);
    await person.toast.says(page, 'Pinned to Kitchen ideas');
    await person.toast.press(page, 'Undo'); // or the page's picture would be one that was pinned before
    await person.toast.says(page, 'Taken back');
    await page.reload();

    await display?.press('alt+shift+q');
    await person.toast.press(page, 'Undo');
    await person.toast.says(page, 'Taken back');
    await page.reload();
    await display?.press('alt+shift+q');
    await person.toast.press(page, 'Change board');
    const popup = await person.see('popup.html');
    await person.typeBoard(popup, 'gar');
    await person.chooseAndPin(popup);
    await person.toast.says(page, 'Pinned to');
    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  },
);
