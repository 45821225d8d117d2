import { scopes } from '../chaos/settle.ts';
import { startBroker } from '../e2e/harness/broker.ts';
import { expect, test } from './fixtures.ts';
import type { Person } from './harness/person.ts';
import type { View } from './harness/view.ts';

declare const browser: { identity: { getRedirectURL(): string } };

const connect = { role: 'button', name: 'Connect Pinterest' } as const;

/** Presses Connect in a popup, and gives Pinterest's window. */
async function askForConsent(person: Person, popup: View) {
  await popup.click(connect);
  return person.seeTab(({ url }) => url.includes('/oauth/'), 'the consent window');
}

// A05
test('a denied and a closed consent are said in Firefox, and Connect is there again', async ({
  person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  const consent = await askForConsent(person, await person.openPopup());
  await consent.click({ role: 'button', name: 'Deny' });
  const popup = await person.seePopup();
  await popup.says('You did not allow Tack');

  const again = await askForConsent(person, popup);
  await again.close();
  await (await person.seePopup()).says('window was closed');
  await (await person.seePopup()).click(connect);
  await person.allow();
});

test('a token that has ended and can’t be renewed signs out in Firefox, and the draft is kept', async ({
  person,
  pinterest,
}) => {
  await person.connectWith(pinterest.signIn(scopes).access.value);
  pinterest.expireTokens('all');
  await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup();
  await popup.click({ role: 'textbox', name: 'Title' });
  await popup.press('Control+a');
  await popup.type('Kept');
  await person.window.tidy();

  await person.visit(pinterest.pages.recipe);
  const again = await person.openPopup();
  await again.see(connect);
  expect((await again.see({ role: 'textbox', name: 'Title' })).value).toBe('Kept');
});

test('secret boards are asked for on first use in Firefox, with words on why, and are there then', async ({
  person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  const popup = await person.connect();
  await popup.click({ role: 'combobox', name: 'Board' });
  await popup.see({ role: 'option', name: 'Show my secret boards…' });
  await popup.press('ArrowUp'); // the last of the options
  await popup.press('Enter');
  await popup.says('Secret boards need a permission of their own.');
  await popup.click({ role: 'button', name: 'Allow at Pinterest' });
  await person.allow();

  const again = await person.seePopup();
  const { ledger } = pinterest;
  const secret = ledger.boards('linda_kitchen').find(({ privacy }) => privacy === 'SECRET');
  await again.click({ role: 'combobox', name: 'Board' });
  await again.type(secret?.name ?? 'no secret board');
  await again.see({ role: 'option', name: '/, secret, /' });
});

/** Saves another app in the settings. */
async function saveApp(person: Person, { id, secret }: { id: string; secret: string }) {
  const settings = await person.settings();
  await settings.show();
  for (const [name, value] of [
    ['App id', id],
    ['App secret', secret],
  ] as const) {
    await settings.click({ role: 'textbox', name });
    await settings.press('Control+a');
    await settings.type(value);
  }
  await settings.click({ role: 'button', name: 'Save' });
  await settings.says('Kept on this computer.');
}

test('a wrong app secret is said in Firefox, and the settings mend it', async ({
  person,
  pinterest,
}) => {
  await saveApp(person, { ...pinterest.app, secret: 'not-the-secret' });
  await person.visit(pinterest.pages.recipe);
  const consent = await askForConsent(person, await person.openPopup());
  await consent.click({ role: 'button', name: 'Allow' });
  const popup = await person.seePopup();
  await popup.says('does not accept this app id');
  expect((await popup.see({ role: 'textbox', name: 'Title' })).value).not.toBe('');
  await person.window.tidy();
  await person.popupCloses();

  await saveApp(person, pinterest.app);
  await person.visit(pinterest.pages.recipe);
  await person.connect();
});

test('a redirect URI that the app does not list is said in Firefox once its window is closed, with the very address', async ({
  person,
  pinterest,
}) => {
  pinterest.setRedirectUris(['https://example.com/other']);
  await person.visit(pinterest.pages.recipe);
  const refused = await askForConsent(person, await person.openPopup());
  // Firefox shows what Pinterest says of it, and tells Tack nothing before the window is closed.
  await refused.says('redirect');
  await refused.close();
  const popup = await person.seePopup();
  await popup.says('.extensions.allizom.org/');
});

test('a broker’s address is all that a sign-in needs in Firefox', async ({ person, pinterest }) => {
  const settings = await person.settings();
  await settings.show();
  const redirect = () => browser.identity.getRedirectURL();
  const broker = await startBroker({
    PINTEREST_APP_ID: pinterest.app.id,
    PINTEREST_APP_SECRET: pinterest.app.secret,
    REDIRECT_URIS: await settings.run(redirect, null),
    PINTEREST_API_URL: `http://127.0.0.1:${pinterest.port}/v5`,
  });
  try {
    await settings.click({ role: 'radio', name: 'A token broker' });
    const address = { role: 'textbox', name: 'Address of the broker' } as const;
    const save = async (url: string) => {
      await settings.click(address);
      await settings.press('Control+a');
      await settings.type(url);
      await settings.click({ role: 'button', name: 'Save' });
    };
    await save('https://127.0.0.1:9/');
    await settings.says('No token broker');
    await save(broker.url);
    await settings.says('Kept on this computer.');
    await settings.click(connect);
    const consent = await person.seeTab(({ url }) => url.includes('/oauth/'), 'the consent window');
    await consent.click({ role: 'button', name: 'Allow' });
    await settings.says('Connected as @linda_kitchen');
    expect(broker.requests()).toBe(1);
  } finally {
    await broker.close();
  }
});

test('a sign-in may answer to a tab in Firefox, and a stopped background still hears it', async ({
  person,
  pinterest,
}) => {
  pinterest.setRedirectUris(['http://localhost:8085/']);
  const settings = await person.settings();
  await settings.show();
  await settings.click({ role: 'radio', name: 'A tab' });
  await saveApp(person, pinterest.app);
  await settings.click(connect);
  const consent = await person.seeTab(({ url }) => url.includes('/oauth/'), 'the consent page');
  await settings.see({ role: 'textbox', name: 'Address of the tab' });
  await person.window.stopBackground();
  await consent.show();
  await consent.click({ role: 'button', name: 'Allow' });
  await settings.says('Connected as @linda_kitchen');
  expect(await settings.has({ role: 'textbox', name: 'Address of the tab' })).toBe(false);
});
