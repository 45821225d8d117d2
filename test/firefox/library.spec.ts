import { expect, test } from './fixtures.ts';

test('boards and sections are made in the sidebar, and a board is found by a slip of the finger', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  const boards = () => pinterest.ledger.boards('linda_kitchen');
  const sidebar = await person.openSidebar();
  await sidebar.click({ role: 'tab', name: 'Library' });
  await sidebar.says('Kitchen ideas');
  await sidebar.click({ role: 'button', name: 'New board' });
  await sidebar.see({ role: 'textbox', name: 'Name' });
  await sidebar.type('Zesty cakes');
  await sidebar.press('Enter');
  await expect.poll(() => boards().map(({ name }) => name)).toContain('Zesty cakes');

  await sidebar.click({ role: 'button', name: 'Kitchen ideas' });
  await sidebar.click({ role: 'button', name: 'New section' });
  await sidebar.see({ role: 'textbox', name: 'Name' });
  await sidebar.type('Sinks');
  await sidebar.press('Enter');
  const sections = () =>
    boards()
      .find(({ name }) => name === 'Kitchen ideas')
      ?.sections.map(({ name }) => name);
  await expect.poll(sections).toContain('Sinks');

  const popup = await person.openPopup();
  await person.pinTo(popup, 'zsety');
  await expect
    .poll(() => pinterest.ledger.pins({ seeded: false }).map(({ board }) => board))
    .toEqual(['Zesty cakes']);
});
