import { tearJobs } from '../both/damage.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { takeFile } from './harness/downloads.ts';

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

// D04
test('an outbox that can’t be read is said in Firefox, given as a file, and gone on without', async ({
  connected: person,
  pinterest,
}) => {
  await (await person.settings()).run(tearJobs, null);
  await person.visit(pinterest.pages.recipe);
  const sidebar = await person.openSidebar();
  await sidebar.click({ role: 'tab', name: '/^Outbox/' });
  await sidebar.see({ role: 'button', name: 'Export everything as it is' });
  expect(await accessibilityFaults(sidebar)).toEqual([]);
  await sidebar.click({ role: 'button', name: 'Export everything as it is' });
  expect((await takeFile(person.firefox)).toString()).toContain('was here');

  await sidebar.click({ role: 'button', name: 'Set it aside and start anew…' });
  await sidebar.click({ role: 'button', name: 'Keep a copy, and go on without it' });
  await sidebar.says('Nothing is on its way.');
});
