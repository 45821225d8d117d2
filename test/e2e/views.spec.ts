import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn } from './harness/views.ts';

test('panel, settings and welcome have nothing that keeps anybody out', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  for (const name of ['sidepanel', 'options', 'welcome']) {
    const view = await person.openExtensionPage(`${name}.html`);
    await expect(view.getByRole('main')).toBeVisible();
    if (name === 'sidepanel') await expect(view.getByRole('link').first()).toBeVisible();
    expect([name, await accessibilityFaults(view)]).toEqual([name, []]);
    await view.close();
  }
});

test('recent pins have their numbers where the batch is not granted to the app', async ({
  connected: person,
  pinterest,
}) => {
  pinterest.faults.add({
    operation: 'multi_pins/analytics',
    kind: 'status',
    status: 401,
    body: { code: 3, message: 'Your application does not have access to this restricted feature.' },
  });
  await person.closeView(await person.openPopup(await person.visit(pinterest.pages.recipe)));

  const panel = await person.openExtensionPage('sidepanel.html');

  await expect(panel.getByText(/^Impressions: [\d,]+/).first()).toBeAttached();
});

test('a new board and a new section are made in place, by keyboard', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  const { board } = composerIn(popup);

  await board.pressSequentially('Zebra stripes');
  await board.press('Enter');
  await popup.getByRole('textbox', { name: 'Name of the new board' }).press('Enter');
  await expect(board).toHaveValue('Zebra stripes');

  await board.pressSequentially('zebra');
  await board.press('Tab');
  await board.pressSequentially('Close-ups');
  await board.press('Enter');
  await popup.getByRole('textbox', { name: /Name of the new section/ }).press('Enter');
  await expect(board).toHaveValue('Zebra stripes / Close-ups');

  await board.press('Enter');
  await person.answerMine(popup);
  await person.toast.says(page, 'Pinned to Zebra stripes');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([
    { board: 'Zebra stripes', section: 'Close-ups' },
  ]);
  await expect.poll(() => pinterest.ledger.requests('board_sections/list_pins')).toBeGreaterThan(0);
});

test('a pin without words is pinned and looked at again', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  for (const name of ['Title', 'Description', 'Alt text', 'Link']) {
    await popup.getByRole('textbox', { name, exact: true }).fill('');
  }

  await person.pinTo(popup, 'kit');

  await person.toast.says(page, 'Pinned to Kitchen ideas');
  await expect.poll(() => pinterest.ledger.requests('pins/get'), { timeout: 15_000 }).toBe(1);
});
