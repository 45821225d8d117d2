import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';

test('boards, sections and pins are looked after in the sidebar, and a board is found by a slip of the finger', async ({
  connected: person,
  pinterest: { ledger, pages },
}) => {
  await person.visit(pages.recipe);
  const boards = () => ledger.boards('linda_kitchen');
  const names = () => boards().map(({ name }) => name);
  const kitchen = () =>
    ledger.pins({ board: 'Kitchen ideas', owner: 'linda_kitchen' }).map(({ title }) => title);
  const sidebar = await person.openSidebar();
  const press = (name: string) => sidebar.click({ role: 'button', name });
  /** Types into the form's first field, which has the focus, behind what stands in it. */
  const fill = async (field: string, words: string) => {
    await sidebar.see({ role: 'textbox', name: field });
    await sidebar.type(words);
    await sidebar.press('Enter');
  };
  await sidebar.click({ role: 'tab', name: 'Library' });
  await sidebar.says('Kitchen ideas');
  expect(await accessibilityFaults(sidebar)).toEqual([]);
  await press('New board');
  await fill('Name', 'Zesty cakes');
  await expect.poll(names).toContain('Zesty cakes');
  await press('Change it: Zesty cakes');
  await fill('Name', ' too');
  await expect.poll(names).toContain('Zesty cakes too');
  await press('Delete: Knitting');
  await press('Delete');

  await press('Kitchen ideas');
  await press('New section');
  await fill('Name', 'Sinks');
  const sections = () =>
    boards()
      .find(({ name }) => name === 'Kitchen ideas')
      ?.sections.map(({ name }) => name);
  await press('Sinks');
  await press('Rename section');
  await fill('Name', ' of old');
  await expect.poll(sections).toContain('Sinks of old');
  await press('Delete section');
  expect(await accessibilityFaults(sidebar)).toEqual([]);
  await press('Delete');

  await press('/^Change it: /');
  await fill('Title', ' by hand');
  await expect.poll(kitchen).toContainEqual(expect.stringMatching(/ by hand$/));
  const before = kitchen().length;
  await press('/^Delete: /');
  await press('/^Undo: Pin /');
  await press('/^Move: /');
  await sidebar.see({ role: 'combobox', name: 'Board' });
  await sidebar.type('bread');
  await sidebar.see({ role: 'option', name: '/^Bread,/' });
  await sidebar.press('Enter');
  await expect.poll(() => kitchen().length).toBe(before - 1);
  expect(await accessibilityFaults(sidebar)).toEqual([]);

  await press('‹ All boards');
  await sidebar.click({ role: 'searchbox', name: 'Find a board, or search your pins' });
  await sidebar.type('by hand');
  await sidebar.press('Enter');
  await sidebar.says('“by hand”');
  await expect.poll(names, { timeout: 30_000 }).not.toContain('Knitting');
  await expect.poll(sections, { timeout: 30_000 }).not.toContain('Sinks of old');
  expect(ledger.deletedPins().filter(({ board }) => board === 'Kitchen ideas')).toEqual([]);

  const popup = await person.openPopup();
  await person.pinTo(popup, 'zsety');
  await expect
    .poll(() => ledger.pins({ seeded: false }).map(({ board }) => board))
    .toEqual(['Zesty cakes too']);
});
