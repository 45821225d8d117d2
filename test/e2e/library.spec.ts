import type { Locator, Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { typeKeyword } from './harness/address-bar.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn, sidePanelIn } from './harness/views.ts';
import { waitFor } from './harness/wait.ts';

/** Goes to the library with the keys of the tabs. */
async function goToLibrary(panel: Page): Promise<void> {
  const { stats } = sidePanelIn(panel);
  await stats.focus();
  await panel.keyboard.press('ArrowRight');
  await expect(rowsOf(panel, 'Boards').first()).toBeVisible();
}

const rowsOf = (panel: Page, list: 'Boards' | 'Pins'): Locator =>
  panel.getByRole('list', { name: list, exact: true }).getByRole('listitem');

const button = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true });

const field = (panel: Page, name: string) => panel.getByRole('textbox', { name, exact: true });

/** Opens a board from the list, which has the focus of its row. */
async function openBoard(panel: Page, name: string): Promise<Locator> {
  await rowsOf(panel, 'Boards').filter({ hasText: name }).press('Enter');
  const pins = rowsOf(panel, 'Pins');
  await expect(pins.first()).toBeVisible();
  return pins;
}

/** What is around the account, and the operation that reads it. */
const circle = [
  ['Followers', 'followers/list'],
  ['Following', 'user_following/get'],
  ['Followed boards', 'boards_user_follows/list'],
  ['Followed interests', 'user_account/followed_interests'],
  ['Linked businesses', 'linked_business_accounts/get'],
  ['Claimed websites', 'user_websites/get'],
] as const;

test(
  'boards, sections and pins are looked after by keyboard',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const panel = await person.openExtensionPage('sidepanel.html');
    await goToLibrary(panel);
    expect(await accessibilityFaults(panel)).toEqual([]);
    const names = () => pinterest.ledger.boards('linda_kitchen').map(({ name }) => name);
    const sections = () =>
      pinterest.ledger
        .boards('linda_kitchen')
        .flatMap((board) => (board.name === 'Kitchen ideas' ? board.sections : []))
        .map(({ name }) => name);

    await button(panel, 'New board').press('Enter');
    await panel.keyboard.type('kitchen ideas');
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('alert')).toHaveText('You have one of this name already.');
    await field(panel, 'Name').fill('Über 🍰 <b>مطبخ</b>');
    await panel.keyboard.press('Enter');
    await expect.poll(names).toContain('Über 🍰 <b>مطبخ</b>');

    await expect(panel.getByRole('region', { name: 'Changes' })).toContainText('Done');
    await panel.getByRole('searchbox').fill('uber');
    await rowsOf(panel, 'Boards').filter({ hasText: 'Über' }).press('F2');
    await field(panel, 'Name').fill('Cakes');
    await field(panel, 'Description').fill('All that is sweet');
    await panel.keyboard.press('Control+Enter');
    const cakes = () =>
      pinterest.ledger.boards('linda_kitchen').find(({ name }) => name === 'Cakes');
    await expect.poll(() => cakes()?.description).toBe('All that is sweet');

    await panel.getByRole('searchbox').fill('kitchen');
    const pins = await openBoard(panel, 'Kitchen ideas');
    await button(panel, 'New section').press('Enter');
    await panel.keyboard.type('Sinks');
    await panel.keyboard.press('Enter');
    await button(panel, 'Sinks').press('Enter'); // before or after Pinterest has it
    await button(panel, 'Rename section').press('Enter');
    await field(panel, 'Name').fill('Taps');
    await panel.keyboard.press('Enter');
    await expect.poll(sections).toContain('Taps');
    await panel
      .getByRole('list', { name: 'Sections' })
      .getByText('All', { exact: true })
      .press('Enter');

    await pins.first().press('F2');
    await field(panel, 'Title').fill('Wörds of my own');
    await panel.keyboard.press('Enter');
    const titles = () =>
      pinterest.ledger.pins({ board: 'Kitchen ideas' }).map(({ title }) => title);
    await expect.poll(titles).toContain('Wörds of my own');
    const pinsOf = (words: string) => panel.getByText(words, { exact: true });
    const all = pinterest.ledger.pins({ board: 'Kitchen ideas', owner: 'linda_kitchen' });
    const pictures = all.filter(({ kind }) => kind === 'image').length;
    const bare = all.filter(({ altText }) => !altText?.trim()).length;
    await panel.getByRole('checkbox', { name: 'no alt text' }).press('Space');
    await expect(pinsOf(`${bare} of ${all.length} loaded pins`)).toBeVisible();
    await panel.getByRole('checkbox', { name: 'no alt text' }).press('Space');
    await panel.getByRole('combobox', { name: 'Kind of pin' }).selectOption('picture');
    await expect(
      pinsOf(
        pictures === all.length ? `${pictures} pins` : `${pictures} of ${all.length} loaded pins`,
      ),
    ).toBeVisible();
    await panel.getByRole('combobox', { name: 'Kind of pin' }).selectOption('All');
    expect(await accessibilityFaults(panel)).toEqual([]);

    // Deletions wait ten seconds: what comes next goes on meanwhile.
    const confirmed = () =>
      panel.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true });
    await button(panel, 'Taps').press('Enter');
    await button(panel, 'Delete section').press('Enter');
    expect(await accessibilityFaults(panel)).toEqual([]);
    await confirmed().press('Enter');
    await button(panel, '‹ All boards').press('Enter');
    await expect(panel.getByRole('searchbox')).toHaveValue('kitchen');
    await expect(rowsOf(panel, 'Boards').filter({ hasText: 'Kitchen ideas' })).toBeFocused();
    await panel.getByRole('searchbox').fill('cake');
    const others = await rowsOf(panel, 'Boards').count();
    await rowsOf(panel, 'Boards').filter({ hasText: 'Cakes' }).press('Delete');
    await confirmed().press('Enter');
    await expect(rowsOf(panel, 'Boards').filter({ hasText: 'Cakes' })).toHaveCount(0);
    await expect(
      others > 1 ? rowsOf(panel, 'Boards').first() : panel.getByText('Nothing fits.'),
    ).toBeFocused();

    await panel.getByRole('searchbox').fill('words of');
    await panel.keyboard.press('Enter');
    await expect(panel.getByText('Pinterest’s own search needs the permission')).toBeVisible();
    await expect(pins).toHaveCount(1);

    await button(panel, '‹ All boards').press('Enter');
    await button(panel, 'Around your account').press('Enter');
    for (const [part, operation] of circle) {
      await panel.getByText(part, { exact: true }).press('Enter');
      await expect.poll(() => pinterest.ledger.requests(operation), { message: part }).not.toBe(0);
    }
    await expect(panel.getByRole('link', { name: 'kitchen.localhost' })).toBeVisible();
    expect(await accessibilityFaults(panel)).toEqual([]);

    await expect.poll(names, { timeout: 30_000 }).not.toContain('Cakes');
    await expect.poll(sections, { timeout: 30_000 }).not.toContain('Taps');
  },
);

test('many pins are changed at once, taken back, and carried on when the worker is stopped', async ({
  connected: person,
  pinterest,
}) => {
  const panel = await person.openExtensionPage('sidepanel.html');
  await goToLibrary(panel);
  const pins = await openBoard(panel, 'Kitchen ideas');
  const before = pinterest.ledger.pins({ board: 'Kitchen ideas' }).length;
  const choose = async (count: number) => {
    await pins.first().focus();
    await panel.keyboard.press('Home');
    for (let index = 0; index < count; index += 1) {
      await panel.keyboard.press('Space');
      await panel.keyboard.press('ArrowDown');
    }
    return panel.getByRole('group', { name: `${count} chosen` });
  };

  const first = await choose(3);
  await first.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(panel.getByRole('region', { name: 'Changes' })).toContainText('3 changes');
  await expect(panel.getByRole('list', { name: 'Pins' }).locator('li:focus')).toHaveCount(1);
  await panel.keyboard.press('Control+z');
  await expect(panel.getByRole('region', { name: 'Changes' })).toBeHidden();

  const second = await choose(2);
  await second.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(panel.getByRole('region', { name: 'Changes' })).toContainText('2 changes');
  await person.worker.stop();
  await expect.poll(() => pinterest.ledger.deletedPins().length, { timeout: 90_000 }).toBe(2);

  pinterest.faults.add({ operation: 'pins/update', kind: 'hold', ms: 1500 });
  const third = await choose(2);
  await third.getByRole('button', { name: 'Change their board' }).press('Enter');
  await panel.getByRole('dialog').getByRole('combobox').fill('bread');
  await panel.getByRole('option', { name: /^Bread,/ }).waitFor();
  await panel.keyboard.press('Enter');
  await person.worker.stop();
  await expect
    .poll(() => pinterest.ledger.pins({ board: 'Kitchen ideas' }).length, { timeout: 90_000 })
    .toBe(before - 4);
  expect(pinterest.ledger.deletedPins()).toHaveLength(2);

  const saved = () => pinterest.ledger.pins({ board: 'Bread', seeded: false }).length;
  const fourth = await choose(1);
  await fourth.getByRole('button', { name: 'Save to…' }).press('Enter');
  await panel.getByRole('dialog').getByRole('combobox').fill('bread');
  await panel.getByRole('option', { name: /^Bread,/ }).waitFor();
  await panel.keyboard.press('Enter');
  await expect.poll(saved, { timeout: 60_000 }).toBe(1);
});

test(
  'what Pinterest refuses is said and kept, with its next step',
  { tag: '@always' },
  async ({ connected: person, pinterest: { faults, ledger } }) => {
    const panel = await person.openExtensionPage('sidepanel.html');
    await goToLibrary(panel);
    const names = () => ledger.boards('linda_kitchen').map(({ name }) => name);
    const changes = panel.getByRole('region', { name: 'Changes' });
    await button(panel, 'New board').press('Enter');
    for (const [name, problem] of [
      ['', 'Give it a name.'],
      ['x'.repeat(10_000), 'Pinterest takes names of up to 180 characters.'],
      ['kitchen IDEAS', 'You have one of this name already.'],
    ] as const) {
      await field(panel, 'Name').fill(name);
      await field(panel, 'Name').press('Enter');
      await expect(panel.getByRole('alert')).toHaveText(problem);
    }
    expect(ledger.requests('boards/create')).toBe(0);

    // Refused by a rule that nobody knew: the form opens again as it was.
    const body = { code: 58, message: 'Invalid board name.' };
    faults.add({ operation: 'boards/create', kind: 'status', status: 400, body });
    await field(panel, 'Name').fill('x');
    await panel.keyboard.press('Enter');
    await expect(changes.getByRole('alert')).toContainText('Choose another name.');
    expect(await accessibilityFaults(panel)).toEqual([]);
    await changes.getByRole('button', { name: /^Change it: / }).press('Enter');
    await expect(field(panel, 'Name')).toHaveValue('x');
    await field(panel, 'Name').fill('y');
    await panel.keyboard.press('Enter');
    await expect.poll(names).toContain('y');
    expect(names()).not.toContain('x');

    // Changed elsewhere at this moment: it waits, and goes on by itself.
    const busy = { code: 409, message: 'Could not get exclusive access to update the board.' };
    faults.add({ operation: 'boards/update', kind: 'status', status: 409, body: busy });
    const rename = async (from: string, to: string) => {
      await rowsOf(panel, 'Boards').filter({ hasText: from }).press('F2');
      await field(panel, 'Name').fill(to);
      await panel.keyboard.press('Enter');
    };
    await rename('Bread', 'Breads');
    await expect.poll(names, { timeout: 60_000 }).toContain('Breads');

    // Deleted elsewhere meanwhile: what was asked for is kept until it is forgotten, and the way out is not into it.
    const gone = { status: 404, body: { code: 40, message: 'Board not found.' } };
    faults.add({ operation: 'boards/update', kind: 'status', ...gone, times: 2 });
    await rename('Cheese', 'Cheeses');
    await changes.getByRole('button', { name: /^Try again: / }).press('Enter');
    await expect.poll(() => faults.list().at(-1)?.left).toBe(0);
    await changes.getByRole('button', { name: /^Forget it: / }).press('Enter');
    await expect(changes.getByRole('alert')).toHaveCount(0);
    expect(names()).toContain('Cheese');
    for (const operation of ['boards/list_pins', 'boards/get'])
      faults.add({ operation, kind: 'status', ...gone });
    await rowsOf(panel, 'Boards').filter({ hasText: 'Cheese' }).press('Enter');
    const notice = panel.getByRole('alert').filter({ hasText: 'no longer at Pinterest' });
    await notice.getByRole('button', { name: '‹ All boards' }).press('Enter');
    await expect(rowsOf(panel, 'Boards').filter({ hasText: 'Cheese' })).toBeFocused();
  },
);

test('a page says which pins link to it, and the address bar leads to a board', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  const link = await composerIn(popup).link.inputValue();
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to Kitchen ideas');

  await page.goto(`${link}${link.includes('?') ? '&' : '?'}utm_source=pinterest`);
  const again = await person.openPopup(page);
  await again.getByText('1 of your pins links here').press('Enter');
  await expect(again.getByRole('link', { name: /Kitchen ideas.*90 days/ })).toBeVisible();
  await person.closeView(again);

  const { display } = person.browser;
  await page.bringToFront();
  if (display) await typeKeyword(page, display);
  await display?.press('Tab', 'b', 'r', 'e', 'a', 'd', 'Return');
  const board = pinterest.ledger.boards('linda_kitchen').find(({ name }) => name === 'Bread');
  const library = display
    ? await waitFor(
        () => person.context.pages().find((each) => each.url().includes('sidepanel.html#board')),
        { for: 'the library to open' },
      )
    : await person.openExtensionPage(`sidepanel.html#board=${board?.id}`);
  await expect(library.getByRole('heading', { name: 'Bread' })).toBeVisible();
});
