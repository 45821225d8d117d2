import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';

test('a first run saves an image with Pinterest’s own dialog in two clicks, without an account', async ({
  person,
  pinterest,
}) => {
  const welcome = await person.openExtensionPage('welcome.html');
  const sample = welcome.getByRole('img', { name: /flowering onion/i });
  await expect(sample).toBeVisible();
  expect(await accessibilityFaults(welcome)).toEqual([]);

  const opened = person.context.waitForEvent('page');
  await welcome.getByRole('button', { name: 'Save with Pinterest' }).click();
  const dialog = await opened;
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(dialog.getByRole('heading', { name: /^Saved to / })).toBeVisible();
  const [pin, ...more] = pinterest.ledger.pins({ seeded: false });
  expect(more).toEqual([]);
  expect(pin).toMatchObject({ width: 807, link: expect.not.stringContaining('utm_source') });
  await expect(welcome.getByText('is open in a tab of its own')).toBeVisible();
  expect(
    person.context.pages().filter((page) => page.url().endsWith('/welcome.html')),
  ).toHaveLength(1);
});
