import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn, consentIn } from './harness/views.ts';

const scopes = [
  'user_accounts:read',
  'boards:read',
  'boards:write',
  'pins:read',
  'pins:write',
] as const;

test('a pasted token connects without an app, and a wrong one is named', async ({
  person,
  pinterest,
}) => {
  const settings = await person.openExtensionPage('options.html');
  const token = settings.getByLabel('Access token', { exact: true });
  const connect = settings.getByRole('button', { name: 'Connect with the token' });

  await token.fill('pina_nonsense');
  await connect.click();
  await expect(settings.getByRole('alert')).toContainText('does not take this access token');

  const grant = pinterest.signIn([...scopes], 'tom_travels');
  await token.fill(grant.access.value);
  await connect.click();
  await expect(settings.getByText('Connected as @tom_travels')).toBeVisible();
  await expect(token).toHaveValue('');
  expect(await accessibilityFaults(settings)).toEqual([]);

  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await composerIn(popup).board.waitFor();
  await person.pinTo(popup, 'a');
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ owner: 'tom_travels' }]);
});

test('a token that has ended and cannot be renewed signs out, and the draft is kept', async ({
  person,
  pinterest,
}) => {
  const settings = await person.openExtensionPage('options.html');
  const grant = pinterest.signIn([...scopes]);
  await settings.getByLabel('Access token', { exact: true }).fill(grant.access.value);
  await settings.getByRole('button', { name: 'Connect with the token' }).click();
  await expect(settings.getByText('Connected as @linda_kitchen')).toBeVisible();
  await settings.close();
  pinterest.expireTokens('all');

  const popup = await person.openPopup(await person.visit(pinterest.pages.recipe));
  await composerIn(popup).title.fill('Kept');
  await person.closeView(popup);
  const again = await person.openPopup(await person.visit(pinterest.pages.recipe));
  await expect(composerIn(again).connect).toBeVisible();
  await expect(composerIn(again).title).toHaveValue('Kept');
});

test('an app with Trial access is told what it may not do, and what is left today', async ({
  person,
  pinterest,
}) => {
  pinterest.setApp({ access: 'trial' });
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.connect(page);
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'It is kept');

  const settings = await person.openExtensionPage('options.html');
  await expect(settings.getByText(/Creating and changing: 299 of 300/)).toBeVisible();
  const panel = await person.openExtensionPage('sidepanel.html');
  await panel.getByRole('tab', { name: /outbox/i }).click();
  await expect(panel.getByRole('alert')).toContainText(/trial access/i);
  expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);

  const opened = person.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Save with Pinterest' }).click();
  const dialog = await opened;
  await dialog.waitForURL(/create/);
  const media = new URL(dialog.url()).searchParams.get('media');
  expect(media).toMatch(/allium-oreophilum-.*[.]jpg$/);
});

test('two accounts are connected at once, and one place says which is worked with', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  await person.closeView(await person.connect(page));
  const settings = await person.openExtensionPage('options.html');
  const opened = person.context.waitForEvent('page');
  await settings.getByRole('button', { name: 'Connect another account' }).click();
  const consent = await opened;
  await consentIn(consent).account('Tom Okafor').check();
  await person.allow(consent);
  await expect(settings.getByText('Connected as @tom_travels')).toBeVisible();

  await expect(settings.getByText(/Signed in until .*, and renewed by itself/)).toBeVisible();
  await settings.getByRole('button', { name: 'Work with @linda_kitchen' }).click();
  await expect(settings.getByText('Connected as @linda_kitchen')).toBeVisible();
  expect(await accessibilityFaults(settings)).toEqual([]);
  await settings.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(settings.getByText('Connected as @tom_travels')).toBeVisible();
  await settings.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(settings.getByRole('button', { name: 'Connect Pinterest' })).toBeVisible();
});

test('what was not allowed at sign-in is named, and can be allowed later', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  const consent = await person.askForConsent(popup);
  const without = new URL(consent.url());
  const granted = without.searchParams.get('scope')?.split(',') ?? [];
  without.searchParams.set('scope', granted.filter((scope) => !/secret/.test(scope)).join(','));
  await consent.goto(without.href);
  await person.allow(consent);
  await person.closeView(await person.seeConnected());

  const settings = await person.openExtensionPage('options.html');
  await expect(settings.getByText('See your secret boards')).toBeVisible();
  const opened = person.context.waitForEvent('page');
  await settings.getByRole('button', { name: 'Allow the rest at Pinterest' }).click();
  await person.allow(await opened);
  await expect(settings.getByText('Not allowed, so these do not work:')).toHaveCount(0);
  expect(await accessibilityFaults(settings)).toEqual([]);
});
