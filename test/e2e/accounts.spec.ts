import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { startBroker } from './harness/broker.ts';
import { EXTENSION_ID } from './harness/browser.ts';
import { pressOn, typeInto } from './harness/keys.ts';
import { composerIn, consentIn } from './harness/views.ts';

const scopes = [
  'user_accounts:read',
  'boards:read',
  'boards:write',
  'pins:read',
  'pins:write',
] as const;

test(
  'by keyboard: a pasted token connects without an app, and a wrong one is named',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const settings = await person.openExtensionPage('options.html');
    const token = settings.getByLabel('Access token', { exact: true });
    const connect = settings.getByRole('button', { name: 'Connect with the token' });

    await typeInto(token, 'pina_nonsense');
    await pressOn(connect);
    await expect(settings.getByRole('alert')).toContainText('does not take this access token');

    const grant = pinterest.signIn([...scopes], 'tom_travels');
    await typeInto(token, grant.access.value);
    await pressOn(connect);
    await expect(settings.getByText('Connected as @tom_travels')).toBeVisible();
    await expect(token).toHaveValue('');
    expect(await accessibilityFaults(settings)).toEqual([]);

    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await composerIn(popup).board.waitFor();
    await person.pinTo(popup, 'a');
    await person.toast.says(page, 'Pinned to');
    expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ owner: 'tom_travels' }]);
  },
);

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
  await person.closeView(again);

  // Pinterest forgets no block where the same person signs in again, and neither does Tack.
  const later = await person.openExtensionPage('options.html');
  const pause = { until: Date.now() + 3_600_000, writtenAt: Date.now() };
  await later.evaluate(keepPause, pause);
  const anew = pinterest.signIn([...scopes]).access.value;
  await later.getByLabel('Access token', { exact: true }).fill(anew);
  await later.getByRole('button', { name: 'Connect with the token' }).click();
  await expect(later.getByText('Connected as @linda_kitchen')).toBeVisible();
  expect(await later.evaluate(readPauses)).toEqual({ org_write: pause });
});

/** What Tack's own pages have; the functions below run there. */
declare const chrome: {
  storage: { local: { set(items: object): Promise<void>; get(key: string): Promise<object> } };
};

const keepPause = (pause: object) => chrome.storage.local.set({ lanePauses: { org_write: pause } });

const readPauses = async () =>
  ((await chrome.storage.local.get('lanePauses')) as { lanePauses?: unknown }).lanePauses;

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
  await expect(panel.getByRole('listitem')).toContainText(/trial access/i);
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

// A07
test('what was not allowed at sign-in is named, and can be allowed later', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  const consent = await person.askForConsent(popup);
  const without = new URL(consent.url());
  const asked = without.searchParams.get('scope')?.split(',') ?? [];
  expect(asked.filter((scope) => /secret|ads/.test(scope))).toEqual([]);
  without.searchParams.set('scope', asked.filter((scope) => scope !== 'pins:write').join(','));
  await consent.goto(without.href);
  await person.allow(consent);
  await person.closeView(await person.seeConnected());

  const settings = await person.openExtensionPage('options.html');
  await expect(settings.getByText('Create and change pins')).toBeVisible();
  const opened = person.context.waitForEvent('page');
  await settings.getByRole('button', { name: 'Allow the rest at Pinterest' }).click();
  await person.allow(await opened);
  await expect(settings.getByText('Not allowed, so these do not work:')).toHaveCount(0);
  expect(await accessibilityFaults(settings)).toEqual([]);
});

test('secret boards are asked for on first use, with words on why, and are there then', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.connect(page);
  await composerIn(popup).board.click();
  await popup.getByRole('option', { name: 'Show my secret boards…' }).click();
  await expect(composerIn(popup).problem).toContainText('permission of their own');

  const opened = person.context.waitForEvent('page');
  await popup
    .getByRole('button', { name: 'Allow at Pinterest' })
    .click()
    .catch(() => undefined);
  await person.allow(await opened);
  const again = await person.seeConnected();
  await composerIn(again).board.click();
  const secret = again.getByRole('option', { name: /, secret, / }).first();
  await expect(async () => {
    await composerIn(again).board.press('PageDown'); // the newest boards need not have a secret one among them
    await expect(secret).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(again.getByRole('option', { name: 'Show my secret boards…' })).toHaveCount(0);

  // With it Pinterest's own search is there, which looks through all pins and not only those that are loaded.
  const library = await person.openExtensionPage('sidepanel.html#search=kitchen');
  await expect(
    library
      .getByRole('list', { name: 'Boards that Pinterest found' })
      .getByRole('button', { name: 'Kitchen ideas' }),
  ).toBeVisible();
  await expect(library.getByText('Pinterest’s own search needs the permission')).toHaveCount(0);
  expect(pinterest.ledger.requests('search_user_pins/list')).toBeGreaterThan(0);
  expect(pinterest.ledger.requests('search_user_boards/get')).toBeGreaterThan(0);
  expect(await accessibilityFaults(library)).toEqual([]);

  // A secret board is made by hand, and shown to all.
  await library.getByRole('button', { name: '‹ All boards' }).press('Enter');
  await library.getByRole('button', { name: 'New board' }).press('Enter');
  await library.keyboard.type('Presents');
  await library.getByRole('dialog').getByRole('radio', { name: 'Secret' }).press('Space');
  await library.getByRole('dialog').getByRole('button', { name: 'Create' }).press('Enter');
  const presents = () =>
    pinterest.ledger.boards('linda_kitchen').find(({ name }) => name === 'Presents')?.privacy;
  await expect.poll(presents).toBe('SECRET');
  await library.getByRole('searchbox').fill('presents');
  await library.getByRole('listitem').filter({ hasText: 'Presents' }).press('F2');
  await library.getByRole('dialog').getByRole('radio', { name: 'Public' }).press('Space');
  await library.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter');
  await expect.poll(presents).toBe('PUBLIC');
});

test(
  'a broker’s address is all that a sign-in needs',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const broker = await startBroker({
      PINTEREST_APP_ID: pinterest.app.id,
      PINTEREST_APP_SECRET: pinterest.app.secret,
      REDIRECT_URIS: `https://${EXTENSION_ID}.chromiumapp.org/`,
      PINTEREST_API_URL: `http://127.0.0.1:${pinterest.port}/v5`,
    });
    try {
      const settings = await person.openExtensionPage('options.html');
      await settings.getByRole('radio', { name: 'A token broker' }).check({ force: true });
      const address = settings.getByRole('textbox', { name: 'Address of the broker' });
      await address.fill('https://127.0.0.1:9/');
      await settings.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(settings.getByRole('alert')).toContainText('No token broker');

      await address.fill(broker.url);
      await settings.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(settings.getByText('Kept on this computer.')).toBeVisible();
      const opened = person.context.waitForEvent('page');
      await settings.getByRole('button', { name: 'Connect Pinterest' }).click();
      await person.allow(await opened);
      await expect(settings.getByText('Connected as @linda_kitchen')).toBeVisible();
      expect(broker.requests()).toBe(1);
    } finally {
      await broker.close();
    }
  },
);

test('a sign-in may answer to a tab, and a test names what is wrong with the app', async ({
  person,
  pinterest,
}) => {
  pinterest.setRedirectUris(['http://localhost:8085/']);
  const settings = await person.openExtensionPage('options.html');
  const testApp = settings.getByRole('button', { name: 'Test this app' });
  await testApp.click();
  await expect(settings.getByText('App id and secret: right.')).toBeVisible();
  await expect(settings.getByText('Redirect URI: wrong.')).toBeVisible();

  await settings.getByRole('textbox', { name: 'App id' }).fill(pinterest.app.id);
  await settings.getByLabel('App secret').fill(pinterest.app.secret);
  await settings.getByRole('radio', { name: 'A tab' }).check({ force: true });
  await expect(settings.getByLabel('Redirect URI')).toHaveValue('http://localhost:8085/');
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(settings.getByText('Kept on this computer.')).toBeVisible();
  expect(await accessibilityFaults(settings)).toEqual([]);

  const opened = person.context.waitForEvent('page');
  await settings.getByRole('button', { name: 'Connect Pinterest' }).click();
  const consent = await opened;
  await expect(settings.getByLabel('Address of the tab')).toBeVisible();
  await person.allow(consent);
  await settings.bringToFront();
  await expect(settings.getByText('Connected as @linda_kitchen')).toBeVisible();
  await expect(settings.getByLabel('Address of the tab')).toHaveCount(0);
});
