import { expect, test } from './fixtures.ts';
import { composerIn } from './harness/views.ts';

/** What Tack's own pages have. */
declare const chrome: { runtime: { reload(): void } };

// U02
test('an update under pages that Tack was in breaks none of them, and loses no word of a draft', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const popup = await person.openPopup(page);
  await composerIn(popup).title.fill('Written before the update');
  await person.closeView(popup);

  const settings = await person.openExtensionPage('options.html');
  const closed = settings.waitForEvent('close');
  await settings.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await closed;
  await page.bringToFront();
  await page.mouse.move(200, 300); // what was left in the page may hear it
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

  const again = await person.openPopup(page);
  await expect(composerIn(again).title).toHaveValue('Written before the update');
  await person.pinTo(again, 'kit');
  await person.toast.says(page, 'Pinned to Kitchen ideas');
  expect(errors).toEqual([]);
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
});
