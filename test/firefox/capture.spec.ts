import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import type { View } from './harness/view.ts';

const shown = (popup: View) =>
  popup.run(() => document.querySelector<HTMLImageElement>('.shot img')?.alt ?? '', null);

test('a layer, a background and a link hide no picture from the menu of Firefox', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.shop);
  // From now on Tack may see where the person clicks.
  await (await person.openPopup()).see({ role: 'textbox', name: 'Title' });
  await person.window.tidy();
  await person.popupCloses();
  for (const [selector, alt, entry] of [
    ['.zoom', /^Acanthus/, 'Pin from this page'],
    ['#banner h2', /picture/i, 'Pin from this page'],
    ['.thumbs a img', /harbour/, 'Pin this image'],
  ] as const) {
    const popup = await person.pinFromMenu(page, selector, entry);
    await expect.poll(() => shown(popup), selector).toMatch(alt);
    await person.window.tidy();
    await person.popupCloses();
  }
});

test('a picture that its author keeps back is said to be in Firefox, and another can be chosen', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.pinFromMenu(page, 'img[data-pin-nopin]');
  await popup.says('does not want this picture');
  expect(await popup.has({ role: 'textbox', name: 'Title' })).toBe(false);
  expect(await accessibilityFaults(popup)).toEqual([]);

  await popup.click({ role: 'option', name: '/./' });
  expect((await popup.see({ role: 'textbox', name: 'Title' })).value).not.toBe('');
});
