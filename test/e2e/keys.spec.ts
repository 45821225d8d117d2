import { expect, test } from './fixtures.ts';
import { giveKeys } from './harness/extensions-page.ts';
import { pressOn } from './harness/keys.ts';
import { composerIn } from './harness/views.ts';

test(
  'the browser’s keys open the popup, the panel and the pictures, and ? shows all keys in each view',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const { display } = person.browser;
    test.skip(!display, 'keys of the browser itself need Xvfb, openbox and xdotool');
    await giveKeys(person.context);
    const page = await person.visit(pinterest.pages.recipe);

    await display?.press('alt+shift+p');
    const popup = await person.see('popup.html');
    await composerIn(popup).title.waitFor();
    await pressOn(composerIn(popup).pin, '?');
    const map = popup.getByRole('dialog', { name: 'Keys' });
    await expect(map.getByText('Alt+Shift+Q')).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(map).toHaveCount(0);
    await pressOn(composerIn(popup).title, '?');
    await expect(map).toHaveCount(0); // there it is a letter
    await expect(composerIn(popup).title).toHaveValue(/[?]/);
    await person.closeView(popup);

    await page.bringToFront();
    await display?.press('alt+shift+n');
    const panel = await person.see('sidepanel.html');
    await pressOn(panel.getByRole('tab', { selected: true }), '?');
    await expect(panel.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await panel.keyboard.press('Escape');
    await page.bringToFront();
    await display?.press('alt+shift+g');
    await expect(panel.getByRole('tab', { name: 'This page', selected: true })).toBeVisible();
    await expect(panel.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await person.closeView(panel);

    const settings = await person.openExtensionPage('options.html');
    await expect(settings.getByText('Alt+Shift+G')).toBeVisible();
    await settings.keyboard.press('?');
    await expect(settings.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  },
);
