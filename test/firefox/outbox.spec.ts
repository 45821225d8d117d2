import { expect, test } from './fixtures.ts';

test('a pin that Pinterest refuses waits in the sidebar, is changed and sent, and is taken back', async ({
  connected: person,
  pinterest,
}) => {
  const made = () => pinterest.ledger.pins({ seeded: false });
  pinterest.faults.add({
    operation: 'pins/create',
    kind: 'status',
    status: 404,
    body: { code: 40, message: 'Board not found.' },
  });
  await person.visit(pinterest.pages.recipe);
  await person.pinTo(await person.openPopup(), 'kit');
  await person.popupCloses();
  const sidebar = await person.openSidebar();
  await sidebar.click({ role: 'tab', name: '/^Outbox/' });
  await person.visit(pinterest.pages.shop);
  await sidebar.click({ role: 'button', name: '/^Change it/' });
  await person.seeTab(({ url }) => url === pinterest.pages.recipe, 'the page of the pin');
  const again = (await person.popup.isOpen()) ? person.popup : await person.openPopup();
  await again.see({ role: 'textbox', name: 'Title' });
  await person.pinTo(again, 'kit');
  await expect.poll(made).toHaveLength(1);
  await sidebar.click({ role: 'button', name: '/^Undo: /' });
  await expect.poll(made).toEqual([]);
  expect(pinterest.ledger.deletedPins()).toHaveLength(1);
});
