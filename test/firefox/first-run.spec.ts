import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { extensionUrl } from './harness/firefox.ts';
import { openView } from './harness/open-view.ts';
import type { Person } from './harness/person.ts';

/** Opens the first page, which has come and gone. */
async function openWelcome(person: Person) {
  const welcome = await openView(person.firefox.bidi, extensionUrl('welcome.html'));
  await welcome.show();
  return welcome;
}

test('the first page of Firefox saves its picture with Pinterest’s own dialog, without an account', async ({
  person,
  pinterest,
}) => {
  const welcome = await openWelcome(person);
  expect(await accessibilityFaults(welcome)).toEqual([]);
  await welcome.click({ role: 'button', name: 'Save with Pinterest' });
  const dialog = await person.seeTab(({ url }) => url.includes('/pin/create/'), 'the dialog');
  await dialog.show();
  await dialog.click({ role: 'button', name: 'Save' });
  await dialog.says('Saved to ');

  const [pin, ...more] = pinterest.ledger.pins({ seeded: false });
  expect(more).toEqual([]);
  expect(pin).toMatchObject({ width: 807, link: expect.not.stringContaining('utm_source') });
  await welcome.says('is open in a tab of its own');
  await dialog.close();
  await welcome.close();
});

test('from an app’s id and secret to the first pin, the first page of Firefox checks each step on the way', async ({
  person,
  pinterest,
}) => {
  const welcome = await openWelcome(person);
  await welcome.click({ role: 'textbox', name: 'App id' });
  await welcome.type('my app');
  await welcome.says('made of digits alone');
  await welcome.press('Control+a');
  await welcome.type(pinterest.app.id);
  await welcome.click({ role: 'textbox', name: 'App secret' });
  await welcome.type(pinterest.app.secret);
  await welcome.click({ role: 'button', name: 'Save' });
  await welcome.says('App id and secret: right.');
  await welcome.says('Redirect URI: Firefox can tell only when you connect.');
  expect(await accessibilityFaults(welcome)).toEqual([]);
  await welcome.click({ role: 'button', name: 'Connect Pinterest' });
  const consent = await person.seeTab(({ url }) => url.includes('/oauth/'), 'the consent window');
  await consent.click({ role: 'button', name: 'Allow' });
  await welcome.says('Connected as @linda_kitchen');
  await welcome.close();

  await person.visit(pinterest.pages.recipe);
  await person.pinTo(await person.openPopup(), 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(1);
});
