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

test('a recipe’s yield and time, and the parameters of a link with the board, are sent as they were shown', async ({
  connected: person,
  pinterest,
}) => {
  const settings = await person.openExtensionPage('options.html');
  const details = detailsIn(settings);
  await details.description.fill(facts);
  await details.parameters.fill('utm_source=pinterest&utm_campaign={board}');
  await details.newSite.fill('kitchen.localhost');
  await details.newSite.press('Enter');
  await expect(settings.getByText('Pins that you begin now')).toBeVisible();
  await settings.close();

  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  const description =
    'Soft cheese, a hot pan, and the flowers of an onion that most people throw away. ' +
    'Ready in 20 minutes. · 4 servings · 20 min';
  await expect(composerIn(popup).description).toHaveValue(description);
  await expect(composerIn(popup).link).toHaveValue(
    /\?utm_source=pinterest&utm_campaign=\{board\}$/,
  );
  await composerIn(popup).board.waitFor();
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to');

  const [pin] = pinterest.ledger.pins({ seeded: false });
  expect(pin).toMatchObject({ description });
  const link = new URL(pin?.link ?? '');
  expect(link.pathname).toBe('/recipes/flowering-onion-cheese/');
  expect(link.search).toMatch(/^\?utm_source=pinterest&utm_campaign=kit[a-z-]*$/);
});

test('the way back gives the page’s own link, and that is what is sent', async ({
  connected: person,
  pinterest,
}) => {
  const settings = await person.openExtensionPage('options.html');
  const details = detailsIn(settings);
  await details.newSite.fill('kitchen.localhost');
  await details.newSite.press('Enter');
  await expect(settings.getByText('Pins that you begin now')).toBeVisible();
  await settings.close();

  const page = await person.visit(pinterest.pages.recipe);
  // Without its canonical link the page's own is the address, with the tracking of a newsletter.
  await page.evaluate(() => {
    const own = document.querySelectorAll('link[rel=canonical], meta[property="og:url"]');
    for (const element of own) element.remove();
  });
  const popup = await person.openPopup(page);
  await expect(composerIn(popup).link).toHaveValue(
    /cheese\/\?utm_source=pinterest&utm_medium=social$/,
  );
  await expect(popup.getByText('3 parameters removed · 2 added')).toBeVisible();
  expect(await accessibilityFaults(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Put back' }).click();
  const own = await composerIn(popup).link.inputValue();
  expect(own).toBe(pinterest.pages.recipe);
  await expect(popup.getByText('2 added')).toHaveCount(0);
  await composerIn(popup).board.waitFor();
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ link: own }]);
});

test('another picture gets words by the template, what the person wrote stays, and a new template is there at once', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  await person.closeView(await person.openPopup(page));
  const settings = await person.openExtensionPage('options.html');
  const details = detailsIn(settings);
  await details.title.fill('{title} – {site}, {cost}');
  await expect(settings.getByRole('alert')).toContainText('does not know {cost}');
  await details.title.fill('{title} – {site}');
  await expect(settings.getByRole('alert')).toHaveCount(0);
  await details.altText.fill('Photo: {alt}');
  await expect(settings.getByText('Pins that you begin now')).toBeVisible();
  await settings.close();

  await page.bringToFront();
  const popup = await person.openPopup(page);
  await expect(composerIn(popup).title).toHaveValue(/ – Linda’s kitchen$/);
  await expect(composerIn(popup).altText).toHaveValue(/^Photo: A flowering onion/);
  await composerIn(popup).description.fill('Mine');
  await popup.getByRole('button', { name: 'Other', exact: true }).click();
  await popup.getByRole('option', { name: /^Ewes/ }).click();
  await expect(composerIn(popup).altText).toHaveValue(/^Photo: Ewes/);
  await expect(composerIn(popup).title).toHaveValue(/ – Linda’s kitchen$/);
  await expect(composerIn(popup).description).toHaveValue('Mine');
});
