import type { LocalPinterest } from '../pinterest/server.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn } from './harness/views.ts';

/** Where pins went, as `board / section`. */
const placesOf = ({ ledger }: LocalPinterest) =>
  ledger
    .pins({ seeded: false })
    .map(({ board, section }) => (section ? `${board} / ${section}` : board))
    .toSorted((one, other) => one.localeCompare(other));

test(
  'by keyboard: a board by a slip of the finger, its sections, and a new section for the pin',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    const { board, boardOptions } = composerIn(popup);
    await person.typeBoard(popup, 'weekngiht dinenrs');
    await expect(boardOptions.first()).toHaveAccessibleName(/^Weeknight dinners/);
    expect(await accessibilityFaults(popup)).toEqual([]);
    await popup.keyboard.press('Tab');
    await expect(popup.getByRole('option', { name: /^Star “Weeknight dinners”/ })).toBeVisible();
    expect(await accessibilityFaults(popup)).toEqual([]);
    await popup.keyboard.type('Ten minutes', { delay: 30 });
    await expect(boardOptions.last()).toHaveAccessibleName('Create section “Ten minutes”');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('textbox', { name: /^Name of the new section/ })).toBeFocused();
    expect(await accessibilityFaults(popup)).toEqual([]);
    await popup.keyboard.press('Enter');
    await expect(board).toHaveValue('Weeknight dinners / Ten minutes');
    await expect(board).toBeFocused();
    await popup.keyboard.press('Enter').catch(() => undefined);
    await person.answerMine(popup);
    await person.toast.says(page, 'Pinned');
    expect(placesOf(pinterest)).toEqual(['Weeknight dinners / Ten minutes']);

    // It is known by now where this page's pictures go, and which key takes it.
    const again = await person.openPopup(page);
    await expect(composerIn(again).board).toHaveValue('Weeknight dinners / Ten minutes');
    await expect(again.getByText('other pictures of this page are here').first()).toBeVisible();
  },
);

test(
  'on Pinterest a pin in a grid and one on its page are saved to a board, and nothing is uploaded',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
    const page = await person.visit(`${pinterest.siteUrl}/`);
    const [first = '', second = ''] = await page
      .locator('.pins a')
      .evaluateAll((links) => links.slice(1, 3).map((link) => link.getAttribute('href') ?? ''));
    const picture = page.locator(`.pins a[href="${first}"] img`);
    await picture.scrollIntoViewIfNeeded();
    const popup = await person.pinFromMenu(picture, 'pin');
    await person.typeBoard(popup, 'cheese');
    expect(await accessibilityFaults(popup)).toEqual([]);
    await person.chooseAndPin(popup);
    const saved = () =>
      pinterest.ledger
        .pins({ seeded: false })
        .map(({ board, parentPinId }) => `${board}: /pin/${parentPinId}/`)
        .toReversed();
    await expect.poll(saved).toEqual([`Cheese: ${first}`]);

    await page.goto(`${pinterest.siteUrl}${second}`);
    const own = await person.openPopup(page);
    await person.typeBoard(own, 'bread');
    await person.chooseAndPin(own);
    await expect.poll(saved).toEqual([`Cheese: ${first}`, `Bread: ${second}`]);
    expect(pinterest.ledger.requests('pins/save')).toBe(2);
    expect(pinterest.ledger.requests('pins/create')).toBe(0);
    expect(pinterest.ledger.requests('media/create')).toBe(0);
  },
);

test('a name of any kind is taken as it is, or its fault is said at its field, and a busy board is waited for', async ({
  connected: person,
  pinterest: { ledger, faults, pages },
}) => {
  const page = await person.visit(pages.recipe);
  const popup = await person.openPopup(page);
  const { board, boardOptions } = composerIn(popup);
  const name = popup.getByRole('textbox', { name: 'Name of the new board' });
  await board.click();
  await popup.keyboard.insertText('x'.repeat(10_000));
  await expect(boardOptions.first()).toHaveAccessibleName(/^Create “x+”$/);
  await popup.keyboard.press('Enter');
  for (const [typed, problem] of [
    [null, 'A name has at most 180 characters.'],
    ['', 'Give it a name.'],
    ['  ', 'Give it a name.'],
    ['kitchen IDEAS', 'You have a board named “Kitchen ideas” already.'],
  ] as const) {
    if (typed !== null) await name.fill(typed);
    await name.press('Enter');
    await expect(popup.getByRole('alert')).toHaveText(problem);
  }
  expect(await accessibilityFaults(popup)).toEqual([]);
  expect(ledger.requests('boards/create')).toBe(0);
  const odd = '"><img src=x onerror=alert(1)> مطبخ 🍰';
  await name.fill(odd);
  await name.press('Enter');
  await expect(board).toHaveValue(odd);

  const busy = { code: 409, message: 'Could not get exclusive access to update the board.' };
  faults.add({ operation: 'board_sections/create', kind: 'status', status: 409, body: busy });
  await person.typeBoard(popup, 'مطبخ');
  await popup.keyboard.press('Tab');
  await popup.keyboard.insertText('x');
  await expect(boardOptions.last()).toHaveAccessibleName('Create section “x”');
  await boardOptions.last().click();
  await popup.getByRole('textbox', { name: /^Name of the new section/ }).press('Enter');
  await expect(board).toHaveValue(`${odd} / x`);
  const made = ledger.boards('linda_kitchen').find((each) => each.name === odd);
  expect(made?.sections).toHaveLength(1);
});
