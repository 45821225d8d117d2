import { expect, test } from './fixtures.ts';
import { says, seeControl, seeWindow } from './harness/in-page.ts';
import { serveSite } from './harness/site.ts';
import type { Tab } from './harness/tab.ts';

const middleOf = (page: Tab, selector: string) =>
  page.run((css) => {
    const element = document.querySelector(css);
    element?.scrollIntoView({ block: 'center' });
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);

test('the toast says in the page that the pin is made, and takes it back', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.pinFromMenu(page, '#hero');
  await person.pinTo(popup, 'kit');
  const toast = 'data-tack-toast';
  await expect.poll(says(person, toast), { timeout: 30_000 }).toContain('Pinned to Kitchen ideas');
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  expect(await page.run(() => document.querySelector('[data-tack-toast]')?.shadowRoot, null)).toBe(
    null,
  );

  await page.clickAt(await seeControl(person, toast, 'Undo'));
  await expect.poll(says(person, toast)).toContain('Taken back');
  expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
  expect(pinterest.ledger.deletedPins()).toHaveLength(1);
});

// H07
test('the button stands on the picture under the pointer, hears the person alone, and opens the picture', async ({
  connected: person,
}) => {
  const site = await serveSite();
  const button = 'data-tack-hover';
  try {
    const settings = await person.settings();
    await settings.show();
    await settings.click({ role: 'textbox', name: 'Add a site' });
    await settings.type(site.at('any'));
    await settings.press('Enter');
    await settings.click({ role: 'checkbox', name: 'Button on pictures of localhost' });

    const page = await person.visit(site.at('gallery'));
    await page.pointAt(await middleOf(page, '#plain img'));
    const place = await seeControl(person, button, 'Pin this image');
    await page.run(() => {
      const host = document.querySelector<HTMLElement>('[data-tack-hover]');
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      host?.click();
    }, null);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await person.addresses()).filter((url) => url.includes('popup.html'))).toEqual([]);

    await page.pointAt(place);
    await page.clickAt(place);
    const view = await seeWindow(person);
    const alt = () => document.querySelector<HTMLImageElement>('.shot img')?.alt ?? '';
    await expect.poll(() => view.run(alt, null).catch(() => '')).toContain('nagasaki');
    expect(await page.run(() => location.pathname, null)).toBe('/gallery'); // the link below it was not followed
    await view.close();
  } finally {
    site.close();
  }
});

test('a part of the screen is chosen with keys, which the page does not hear, and pinned', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(`${pinterest.pages.studio}/kept`);
  await page.run(() => {
    const heard = () => document.documentElement.setAttribute('data-heard', '');
    document.addEventListener('keydown', heard);
  }, null);
  const popup = await person.openPopup();
  await popup.click({ role: 'button', name: 'Other' });
  await popup.click({ role: 'button', name: 'Part of the screen' });
  await person.popupCloses();
  await seeControl(person, 'data-tack-region', 'Use this part');
  for (let step = 0; step < 3; step += 1) await page.press('ArrowRight');
  await page.press('Enter');

  const view = await seeWindow(person);
  await view.says('cropped from the screen');
  expect(await page.run(() => document.documentElement.hasAttribute('data-heard'), null)).toBe(
    false,
  );
  await person.pinTo(view, 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(1);
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ contentType: 'image/png' }]);
});

// P04
test('a site is allowed from the popup over its page, and taken back in the settings where its page is open', async ({
  connected: person,
}) => {
  const site = await serveSite();
  const button = 'data-tack-hover';
  const isShown = async () => (await person.inPage.drawn(button).catch(() => null)) !== null;
  try {
    const page = await person.visit(site.at('gallery'));
    const popup = await person.openPopup();
    await popup.click({ role: 'button', name: 'Always find pictures on localhost' });
    await popup.says('nothing is read or sent until you ask');
    await popup.click({ role: 'button', name: 'Allow on localhost' });
    await popup.click({ role: 'checkbox', name: 'Button on pictures' });
    await person.window.tidy();
    await page.pointAt(await middleOf(page, '#plain img'));
    await seeControl(person, button, 'Pin this image');

    const settings = await person.settings();
    await settings.show();
    await settings.click({ role: 'button', name: 'Remove localhost' });
    await settings.says('None yet.');
    await page.show();
    await page.pointAt({ x: 2, y: 2 });
    await page.pointAt(await middleOf(page, '#plain img'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await isShown()).toBe(false);
    await page.goto(site.at('gallery'));
    await page.pointAt(await middleOf(page, '#chosen img'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await isShown()).toBe(false);
  } finally {
    site.close();
  }
});
