import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { clickHover, hoverButton, hoverFor } from './harness/hover.ts';
import { pressOn, typeInto } from './harness/keys.ts';
import type { Person } from './harness/person.ts';
import { isViewOpen } from './harness/popup.ts';
import { serveSite } from './harness/site.ts';

/** Allows `localhost` in the settings, with the button where it is wanted. */
async function allow(person: Person, { hover }: { hover: boolean }): Promise<void> {
  const settings = await person.openExtensionPage('options.html');
  await settings.getByRole('textbox', { name: 'Add a site' }).fill('http://localhost:3000/any');
  await settings.getByRole('button', { name: 'Allow', exact: true }).click();
  const button = settings.getByRole('switch', { name: 'Button on pictures of localhost' });
  await expect(button).not.toBeChecked();
  if (hover) {
    await button.click();
    await expect(button).toBeChecked();
    await expect.poll(() => registered(settings)).toEqual(['tack-hover', 'tack-site']);
  }
  await settings.close();
}

/** The scripts that the browser puts into pages by itself, as it says. */
const registered = (settings: Page) =>
  settings.evaluate(async () => {
    type Scripting = { getRegisteredContentScripts(): Promise<{ id: string }[]> };
    const { scripting } = (globalThis as unknown as { chrome: { scripting: Scripting } }).chrome;
    return (await scripting.getRegisteredContentScripts()).map(({ id }) => id).toSorted();
  });

/** Where everything in the page is, and how far it scrolls. */
const layout = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const boxes = [...document.body.querySelectorAll('*')].map((element) =>
      JSON.stringify(element.getBoundingClientRect()),
    );
    return { scrollWidth, scrollHeight, boxes };
  });

test('the first right-click in an allowed site finds the picture below a link that lies over it', async ({
  person,
  pinterest,
}) => {
  test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
  const site = await serveSite(person, pinterest.port);
  await allow(person, { hover: false });
  const page = await person.visit(site.page);

  // The link itself says another picture: one stands in the other link to the same page.
  const popup = await person.pinFromMenu(page.locator('#layered .layer'));

  await expect(popup.locator('.shot img')).toHaveAttribute('alt', /allium/);
  expect(await hoverButton(page)).toBeUndefined();
  await person.closeView(popup);
});

test(
  'the button stands on the picture under the pointer, moves nothing, and opens it when clicked',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const site = await serveSite(person, pinterest.port);
    const page = await person.visit(site.page);
    await allow(person, { hover: true }); // the page that is open has it, too
    await page.bringToFront();
    await page.mouse.move(0, 0);
    const before = await layout(page);

    const box = await hoverFor(page.locator('#plain img'));

    expect(await layout(page)).toEqual(before);
    const image = await page.locator('#plain img').boundingBox();
    // Once it has come to rest.
    await expect.poll(async () => (await hoverButton(page))?.y).toBe(Math.round(image?.y ?? 0) + 8);
    expect(box.x).toBe(Math.round(image?.x ?? 0) + 8);
    await clickHover(page, box);
    const popup = await person.see('popup.html');
    await expect(popup.locator('.shot img')).toHaveAttribute('alt', /nagasaki/);
    await expect.poll(() => hoverButton(page)).toBeUndefined();
    expect(page.url()).toBe(site.page); // the link below it was not followed
    await person.closeView(popup);
  },
);

// H06
test('the button pins what the author chose, and what stands in a frame', async ({
  person,
  pinterest,
}) => {
  const site = await serveSite(person, pinterest.port);
  await allow(person, { hover: true });
  const page = await person.visit(site.page);

  await clickHover(page, await hoverFor(page.locator('#chosen img')));
  const popup = await person.see('popup.html');
  await expect(popup.getByRole('textbox', { name: 'Description' })).toHaveValue(
    'As its author says',
  );
  await expect(popup.locator('.shot img')).toHaveAttribute('src', /blob:|airplane/);
  await person.closeView(popup);

  const inFrame = page.frameLocator('#frame').locator('img');
  const { x, y, width, height } = await hoverFor(inFrame);
  const outer = await page.locator('#frame').boundingBox();
  const isInside = y > (outer?.y ?? 0); // told in the page's pixels or in the frame's
  const by = isInside ? { x: 0, y: 0 } : { x: outer?.x ?? 0, y: outer?.y ?? 0 };
  await clickHover(page, { x: x + by.x, y: y + by.y, width, height });
  const again = await person.see('popup.html');
  await expect(again.locator('.shot img')).toHaveAttribute('alt', /march/);
  await person.closeView(again);
});

test('the button keeps away where it is not wanted, and goes by itself', async ({
  person,
  pinterest,
}) => {
  const site = await serveSite(person, pinterest.port);
  await allow(person, { hover: true });
  const page = await person.visit(site.page);
  for (const id of ['marked', 'still', 'own']) {
    await hoverFor(page.locator('#plain img')); // it works here
    await page.locator(`#${id} img`).hover({ position: { x: 150, y: 150 } });
    await expect.poll(() => hoverButton(page)).toBeUndefined();
    await page.waitForTimeout(300);
    expect(await hoverButton(page), id).toBeUndefined();
  }

  await hoverFor(page.locator('#plain img'));
  await page.keyboard.press('Escape');
  expect(await hoverButton(page)).toBeUndefined();
  await hoverFor(page.locator('#plain img'));
  await page.mouse.move(0, 0);
  await expect.poll(() => hoverButton(page)).toBeUndefined();
  await hoverFor(page.locator('#plain img'));
  await page.mouse.wheel(0, 700);
  await expect.poll(() => hoverButton(page)).toBeUndefined();

  await page.goto(site.nopin);
  await page.locator('#plain img').hover();
  await page.waitForTimeout(300);
  expect(await hoverButton(page)).toBeUndefined();
});

// H07
test(
  'a page can neither click the button nor hide it, nor ask in its place',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const site = await serveSite(person, pinterest.port);
    await allow(person, { hover: true });
    const page = await person.visit(site.page);
    const box = await hoverFor(page.locator('#plain img'));
    await page.waitForTimeout(300);

    const seen = await page.evaluate(({ x, y }) => {
      const host = document.querySelector<HTMLElement>('[data-tack-hover]')!;
      host.style.setProperty('opacity', '0', 'important');
      host.animate([{ opacity: 0 }], { duration: 1e6, fill: 'both' });
      const at = { bubbles: true, composed: true, clientX: x + 9, clientY: y + 9 };
      for (const name of ['pointerdown', 'mousedown', 'mouseup', 'click'])
        host.dispatchEvent(new MouseEvent(name, at));
      host.click();
      const { opacity, position, height } = getComputedStyle(host);
      return { name: host.localName, root: host.shadowRoot, opacity, position, height };
    }, box);

    // An element of a name of its own could be the page's.
    expect(seen).toEqual({
      name: 'div',
      root: null,
      opacity: '1',
      position: 'fixed',
      height: '0px',
    });
    expect(await hoverButton(page)).toBeDefined();
    expect(await isViewOpen(person.browser, 'popup.html')).toBe(false);

    // Covered by what the page has raised above it, a person's own click does nothing either.
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset:0;width:100%;height:100%;opacity:0;border:0;padding:0;margin:0';
      document.body.append(cover);
      cover.showPopover();
    });
    await page.mouse.click(box.x + 9, box.y + 9);
    await page.waitForTimeout(300);
    expect(await isViewOpen(person.browser, 'popup.html')).toBe(false);
  },
);

// P04
test('a site is taken back in the settings, also where its page is open', async ({
  person,
  pinterest,
}) => {
  const site = await serveSite(person, pinterest.port);
  await allow(person, { hover: true });
  const page = await person.visit(site.page);
  await hoverFor(page.locator('#plain img'));

  const settings = await person.openExtensionPage('options.html');
  expect(await accessibilityFaults(settings)).toEqual([]);
  await settings.getByRole('button', { name: 'Remove localhost' }).click();
  await expect(settings.getByText('None yet.')).toBeVisible();
  expect(await registered(settings)).toEqual([]);

  await page.bringToFront();
  await page.mouse.move(0, 0);
  await page.locator('#plain img').hover();
  await page.waitForTimeout(300);
  expect(await hoverButton(page)).toBeUndefined();
  await page.reload();
  await page.locator('#chosen img').hover();
  await page.waitForTimeout(300);
  expect(await hoverButton(page)).toBeUndefined();
});

test('a site is allowed from the popup over its page, which says what that means', async ({
  person,
  pinterest,
}) => {
  const site = await serveSite(person, pinterest.port);
  const page = await person.visit(site.page);
  const popup = await person.openPopup(page);

  await popup.getByRole('button', { name: 'Always find pictures on localhost' }).click();
  const dialog = popup.getByRole('dialog');
  await expect(dialog).toContainText('nothing is read or sent until you ask');
  await dialog.getByRole('button', { name: 'Allow on localhost' }).click();
  await dialog.getByRole('switch', { name: 'Button on pictures' }).click();
  expect(await accessibilityFaults(popup)).toEqual([]);
  await person.closeView(popup);

  await hoverFor(page.locator('#plain img'));
});

test('by keyboard: a site is allowed, a picture is taken by the menu’s key, and the site is taken back', async ({
  person,
  pinterest,
}) => {
  test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
  const site = await serveSite(person, pinterest.port);
  const page = await person.visit(site.page);
  const popup = await person.openPopup(page);
  await pressOn(popup.getByRole('button', { name: 'Always find pictures on localhost' }));
  await pressOn(popup.getByRole('dialog').getByRole('button', { name: 'Allow on localhost' }));
  await pressOn(popup.getByRole('switch', { name: 'Button on pictures' }), 'Space');
  await expect(popup.getByRole('switch', { name: 'Button on pictures' })).toBeChecked();
  await person.closeView(popup);

  const chosen = await person.pinFromMenu(page.locator('#plain a'), 'picture', true);
  await expect(chosen.locator('.shot img')).toHaveAttribute('alt', /nagasaki/);
  await person.closeView(chosen);

  const settings = await person.openExtensionPage('options.html');
  await expect.poll(() => registered(settings)).toEqual(['tack-hover', 'tack-site']);
  await pressOn(settings.getByRole('button', { name: 'Remove localhost' }));
  await expect(settings.getByText('None yet.')).toBeVisible();
  await typeInto(settings.getByRole('textbox', { name: 'Add a site' }), 'localhost');
  await settings.keyboard.press('Enter');
  await expect(settings.getByRole('button', { name: 'Remove localhost' })).toBeVisible();
  await pressOn(settings.getByRole('button', { name: 'Remove localhost' }));
  await expect(settings.getByText('None yet.')).toBeVisible();
  expect(await registered(settings)).toEqual([]);
});
