import { expect, test } from './fixtures.ts';
import type { View } from './harness/view.ts';

/** Whether the map of all keys is shown. Runs in the view. */
const isMapShown = () =>
  [...document.querySelectorAll('dialog')].some(
    (dialog) => dialog.open && dialog.textContent.includes('Alt+Shift+Q'),
  );

/** Shows all keys with `?`, and closes them. What hears it comes some moments after the view is drawn. */
async function tryMap(view: View): Promise<void> {
  await expect(async () => {
    await view.type('?');
    expect(await view.run(isMapShown, null)).toBe(true);
  }).toPass();
  await view.press('Escape');
  await expect.poll(() => view.run(isMapShown, null)).toBe(false);
}

test('Firefox’s own keys open the popup, the sidebar and the pictures, and ? shows all keys in each view', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  await person.window.pressKeys(['Alt', 'Shift', 'P']);
  const popup = await person.seePopup();
  await popup.see({ role: 'button', name: '/^Pin it/' });
  await popup.run(() => (document.activeElement as HTMLElement | null)?.blur(), null);
  await tryMap(popup);
  await popup.click({ role: 'textbox', name: 'Title' });
  await popup.type('?');
  expect(await popup.run(isMapShown, null)).toBe(false); // there it is a letter
  expect((await popup.see({ role: 'textbox', name: 'Title' })).value).toContain('?');
  await person.window.tidy();
  await person.popupCloses();

  await person.window.pressKeys(['Alt', 'Shift', 'N']);
  await expect.poll(() => person.sidebar.isOpen()).toBe(true);
  await person.sidebar.see({ role: 'tab', name: 'Stats' });
  await tryMap(person.sidebar);
  await (await person.firstTab()).show();
  await person.window.pressKeys(['Alt', 'Shift', 'G']);
  await person.sidebar.see({ role: 'option', name: '/./' });
  const chosen = () => document.querySelector('[role=tab][aria-selected=true]')?.textContent ?? '';
  expect(await person.sidebar.run(chosen, null)).toBe('This page');

  const settings = await person.settings();
  await settings.show();
  await settings.says('Alt+Shift+G');
  await tryMap(settings);
});
