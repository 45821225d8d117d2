import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { composerIn, sidePanelIn } from './harness/views.ts';

const oddPage = (recipe: string, path: string) => new URL(path, recipe).href;

/** Saves another app in the settings, and gives the settings' page. */
async function saveApp(settings: Page, id: string, secret: string) {
  await settings.getByRole('textbox', { name: 'App id' }).fill(id);
  await settings.getByLabel('App secret').fill(secret);
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(settings.getByText('Kept on this computer.')).toBeVisible();
}

test.describe('signing in', () => {
  // A05
  test(
    'a denied consent is said, and Connect is there again',
    { tag: '@always' },
    async ({ person, pinterest }) => {
      const page = await person.visit(pinterest.pages.recipe);
      const consent = await person.askForConsent(await person.openPopup(page));
      await person.deny(consent);

      const popup = await person.seeProblem();
      await expect(composerIn(popup).problem).toContainText('You did not allow Tack');
      await person.allow(await person.askForConsent(popup));
      await person.seeConnected();
    },
  );

  // A05
  test('a closed consent window is said, and Connect is there again', async ({
    person,
    pinterest,
  }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const consent = await person.askForConsent(await person.openPopup(page));
    await consent.close();

    const popup = await person.seeProblem();
    await expect(composerIn(popup).problem).toContainText('window was closed');
    await person.allow(await person.askForConsent(popup));
    await person.seeConnected();
  });

  test('a wrong app secret is said, and the settings mend it', async ({ person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const settings = await person.openExtensionPage('options.html');
    await saveApp(settings, pinterest.app.id, 'not-the-secret');

    await person.allow(await person.askForConsent(await person.openPopup(page)));
    const popup = await person.seeProblem();
    await expect(composerIn(popup).problem).toContainText('does not accept this app id');
    await expect(composerIn(popup).title).not.toHaveValue('');

    await saveApp(settings, pinterest.app.id, pinterest.app.secret);
    await settings.close();
    await person.closeView(popup);
    await person.connect(page);
  });

  test('a redirect URI that the app does not list is said, with the very address', async ({
    person,
    pinterest,
  }) => {
    pinterest.setRedirectUris(['https://example.com/other']);
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await composerIn(popup).connect.click();

    const shown = await person.seeProblem();
    await expect(composerIn(shown).problem).toContainText('.chromiumapp.org/');
    await expect(shown.getByRole('button', { name: /copy/i })).toBeVisible();
  });
});

test.describe('pictures', () => {
  const cases = [
    { id: 'missing', says: 'no longer there' },
    { id: 'fake', says: 'not a picture' },
    { id: 'huge', says: 'too large (22 MB' },
    { id: 'tiny', says: 'too small (60 × 60)' },
  ];
  for (const { id, says } of cases) {
    test(`a picture that is ${id} is named, and another is chosen with the words kept`, async ({
      connected: person,
      pinterest,
    }) => {
      test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
      const page = await person.visit(oddPage(pinterest.pages.recipe, '/broken'));

      const popup = await person.pinFromMenu(page.locator(`#${id}`));
      const { problem, title } = composerIn(popup);
      await expect(problem).toContainText(says);
      await title.fill(`Instead of ${id}`);
      await popup.getByRole('button', { name: 'Choose another' }).click();
      await popup.getByRole('option', { name: /^A picture that can be pinned/ }).click();
      await expect(problem).toHaveCount(0);
      await expect(title).toHaveValue(`Instead of ${id}`);
      await person.pinTo(popup, 'kit');

      await person.toast.says(page, 'Pinned to Kitchen ideas');
      expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([
        { title: `Instead of ${id}` },
      ]);
    });
  }

  // N08
  test('a picture that Pinterest refuses waits in the outbox, and becomes a draft again', async ({
    connected: person,
    pinterest,
  }) => {
    test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
    const page = await person.visit(oddPage(pinterest.pages.recipe, '/broken'));
    const popup = await person.pinFromMenu(page.locator('#cut'));
    await composerIn(popup).title.fill('Half a canyon');
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'It is kept');

    const panel = await person.openExtensionPage('sidepanel.html');
    await sidePanelIn(panel).outbox.click();
    await expect(panel.getByText('Half a canyon')).toBeVisible();
    const opened = person.context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Change it' }).click();
    await panel.getByText('Half a canyon').waitFor({ state: 'detached' });
    const again = await person.openPopup(await opened);
    await expect(composerIn(again).title).toHaveValue('Half a canyon');
    await expect(composerIn(again).problem).toContainText('picture');
  });
});

test.describe('boards', () => {
  // N06
  test('a board that is gone is said, and another is chosen in the outbox', async ({
    connected: person,
    pinterest,
  }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    pinterest.faults.add({
      operation: 'pins/create',
      kind: 'status',
      status: 404,
      body: { code: 40, message: 'Board not found.' },
    });
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'It is kept');

    const panel = await person.openExtensionPage('sidepanel.html');
    await sidePanelIn(panel).outbox.click();
    await panel.getByRole('button', { name: 'Another board' }).click();
    await panel.getByRole('combobox', { name: 'Board' }).pressSequentially('tra');
    await panel.getByRole('option').first().waitFor();
    await panel.keyboard.press('Enter');
    await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(1);
    expect(pinterest.ledger.pins({ seeded: false })[0]?.board).not.toBe('Kitchen ideas');
  });
});
