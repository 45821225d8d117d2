import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn, detailsIn } from './harness/views.ts';

const facts = '{description}[ · {price}][ · {availability}][ · {yield}][ · {time}]';

test(
  'a template is made by buttons, seen on samples, and puts a product’s price in its pin',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const settings = await person.openExtensionPage('options.html');
    const details = detailsIn(settings);
    await details.description.focus();
    await settings.keyboard.press('End');
    for (const name of ['Price', 'Availability', 'Yield', 'Time']) {
      await details.insert('Description', name).click();
      await expect(details.description).toBeFocused();
    }
    await expect(details.description).toHaveValue(facts);
    await expect(details.sample('product')).toContainText('cotton paper. · €48.00 · in stock');
    await expect(details.sample('recipe')).toContainText(/an onion\. · 4 servings · 1 hr 20 min/);
    await details.newSite.fill('https://www.shop.localhost/any/page');
    await details.newSite.press('Enter');
    await expect(details.form.getByText('https://shop.localhost/page?utm_source')).toBeVisible();
    expect(await accessibilityFaults(settings)).toEqual([]);
    await expect(settings.getByText('Pins that you begin now')).toBeVisible();
    await settings.close();

    const popup = await person.openPopup(await person.visit(pinterest.pages.shop));
    await expect(composerIn(popup).description).toHaveValue(/ · €48\.00 · in stock$/);
    await expect(composerIn(popup).link).toHaveValue(/acanthus\?utm_source=pinterest&utm_medium=/);
    await expect(popup.getByText('2 parameters added')).toBeVisible();
    await popup.getByRole('button', { name: 'Take out' }).click();
    await expect(composerIn(popup).link).toHaveValue(/\/prints\/acanthus$/);
  },
);
