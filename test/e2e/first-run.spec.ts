import type { Locator, Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { pressOn } from './harness/keys.ts';
import { composerIn } from './harness/views.ts';

const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

/** A hand that counts its clicks. */
function clicks() {
  const click = async (what: Locator) => {
    click.count += 1;
    await what.click();
  };
  click.count = 0;
  return click;
}

test(
  'a first run saves an image with Pinterest’s own dialog by two keys, without an account',
  { tag: '@always' },
  async ({ newcomer: person, pinterest }) => {
    const welcome = await person.seeWelcome();
    const begun = Date.now();
    const sample = welcome.getByRole('img', { name: /flowering onion/i });
    await expect(sample).toBeVisible();
    expect(await accessibilityFaults(welcome)).toEqual([]);

    const opened = person.context.waitForEvent('page');
    // Two controls by their keys: as many clicks for a hand on a mouse.
    await pressOn(welcome.getByRole('button', { name: 'Save with Pinterest' }));
    const dialog = await opened;
    await pressOn(dialog.getByRole('button', { name: 'Save', exact: true }));

    await expect(dialog.getByRole('heading', { name: /^Saved to / })).toBeVisible();
    expect(Date.now() - begun).toBeLessThanOrEqual(30_000); // with the accessibility check that no person waits for
    const [pin, ...more] = pinterest.ledger.pins({ seeded: false });
    expect(more).toEqual([]);
    expect(pin).toMatchObject({ width: 807, link: expect.not.stringContaining('utm_source') });
    await expect(welcome.getByText('is open in a tab of its own')).toBeVisible();
    expect(person.context.pages().filter(isWelcome)).toHaveLength(1);
  },
);

test('the first page comes with the install, and never again by itself', async ({
  newcomer: person,
}) => {
  await (await person.seeWelcome()).close();
  await person.lose();
  await person.comeBack();
  const settings = await person.openExtensionPage('options.html');
  await expect(settings.getByText(/The background answers in/)).toHaveCount(0);
  await settings.getByRole('button', { name: 'Look now' }).click();
  await expect(settings.getByText(/The background answers in/)).toBeVisible(); // it is up
  expect(person.context.pages().filter(isWelcome)).toEqual([]);
});

test(
  'from an app’s id and secret to the first pin it is five clicks, each step checked on the way',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const welcome = await person.openExtensionPage('welcome.html');
    const click = clicks();
    await welcome.getByRole('textbox', { name: 'App id' }).fill('my app');
    await expect(welcome.getByText('made of digits alone')).toBeVisible();
    await welcome.getByRole('textbox', { name: 'App id' }).fill(pinterest.app.id);
    await welcome.getByLabel('App secret').fill(pinterest.app.secret);
    await click(welcome.getByRole('button', { name: 'Save', exact: true }));
    await expect(welcome.getByText('App id and secret: right.')).toBeVisible();
    await expect(welcome.getByText('Redirect URI: right.')).toBeVisible();
    expect(await accessibilityFaults(welcome)).toEqual([]);

    const opened = person.context.waitForEvent('page');
    await click(welcome.getByRole('button', { name: 'Connect Pinterest' }));
    const consent = await opened;
    click.count += 1;
    await person.allow(consent);
    await expect(welcome.getByText('Connected as @linda_kitchen')).toBeVisible();

    const page = await person.visit(pinterest.pages.recipe);
    click.count += 1;
    const popup = await person.openPopup(page);
    await composerIn(popup).board.waitFor();
    click.count += 1; // whose pictures they are; the board and the pin itself are keys
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'Pinned to');

    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
    expect(click.count).toBeLessThanOrEqual(5);
  },
);
