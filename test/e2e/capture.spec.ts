import sharp from 'sharp';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { pressOn, reach } from './harness/keys.ts';
import type { MenuKind } from './harness/menu.ts';
import { composerIn } from './harness/views.ts';

test.describe('what is under the pointer', () => {
  const places: readonly { name: string; at: string; shows: RegExp; menu?: MenuKind }[] = [
    { name: 'a picture under a layer of the page', at: '.zoom', shows: /^Acanthus/, menu: 'layer' },
    { name: 'a background', at: '#banner h2', shows: /picture/i, menu: 'page' },
    { name: 'a picture in a link', at: '.thumbs a img', shows: /harbour/ },
  ];
  test(
    'a layer, a background and a link hide no picture from the menu',
    { tag: '@always' },
    async ({ person, pinterest }) => {
      test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
      const page = await person.visit(pinterest.pages.shop);
      const opened = await person.openPopup(page);
      await composerIn(opened).title.waitFor(); // from now on Tack may see where the person clicks
      await person.closeView(opened);
      for (const { name, at, shows, menu = 'picture' } of places) {
        const popup = await person.pinFromMenu(page.locator(at), menu);
        await expect(popup.locator('.shot img'), name).toHaveAttribute('alt', shows);
        await person.closeView(popup);
      }
    },
  );
});

test('a picture that its author keeps back is said to be, and another can be chosen', async ({
  person,
  pinterest,
}) => {
  test.skip(!person.hasMenus, 'a real menu needs Xvfb, openbox and xdotool');
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.pinFromMenu(page.locator('img[data-pin-nopin]'));
  await expect(composerIn(popup).problem).toContainText('does not want this picture');
  await expect(composerIn(popup).title).toHaveCount(0);
  expect(await accessibilityFaults(popup)).toEqual([]);

  const tiles = popup.getByRole('listbox', { name: 'Choose an image' }).getByRole('option');
  await tiles.first().click();
  await expect(composerIn(popup).title).not.toHaveValue('');
  await person.closeView(popup);
});

/** What a page may try on whoever reads it. */
const hostile = [
  `<img src="/a.png" width=300 height=300 alt="<img src=x onerror='window.hit=1'>">`,
  `<form><input name="getAttribute"><input name="attributes"><input name="children"><img src="/a.png" name="title"></form>`,
  `<svg width=300 height=300 onload="window.hit=1"><image href="/a.png" width=300 height=300></image><script>window.hit=1</script></svg>`,
  `<script type="application/ld+json">{"@type":"Recipe","name":"<script>window.hit=1<\\/script>","image":"javascript:window.hit=1"}</script>`,
  `<meta property="og:title" content="&lt;script&gt;window.hit=1&lt;/script&gt;\u202Egnp.exe">`,
  `<link rel="canonical" href="javascript:window.hit=1">`,
  `<img id="bomb" src="data:image/png;base64,${'A'.repeat(1_000_000)}">`,
  `<script>Element.prototype.getAttribute=()=>{throw 1};Array.prototype.map=()=>{throw 1};JSON.parse=()=>({});</script>`,
  `<noscript><img src="/b.png" onerror="window.hit=1" width=300 height=300></noscript>`,
  `<img srcset="${'/c.png 1w, '.repeat(20_000)}">`,
];

// H04
test(
  'a hostile page is read, shown literally, and runs nothing',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const address = pinterest.pages.recipe;
    await person.context.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Hostile</title>${hostile.join('\n')}`,
      }),
    );
    const page = await person.visit(address);
    const before = await page.evaluate(() => (globalThis as { hit?: number }).hit);
    const popup = await person.openPopup(page);
    await expect(composerIn(popup).title).toHaveValue(/<script>window\.hit=1<\/script>/);
    await expect(composerIn(popup).link).toHaveValue(/^http:/);

    expect(await popup.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
    expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBe(before);
    await person.closeView(popup);
  },
);

test(
  'several pictures are selected by keyboard, written in together and apart, and pinned each',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await pressOn(popup.getByRole('button', { name: 'Other', exact: true }));
    const tiles = popup.getByRole('listbox', { name: 'Choose an image' }).getByRole('option');
    await reach(tiles.first());
    await popup.keyboard.press('Space');
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('Space');
    expect(await accessibilityFaults(popup)).toEqual([]);
    await pressOn(popup.getByRole('button', { name: 'Use these 2 pictures' }));

    const tray = popup.getByRole('tablist', { name: 'Pictures that go along' });
    await composerIn(popup).description.fill('For both');
    await tray.getByRole('tab').first().focus();
    await popup.keyboard.press('End');
    await composerIn(popup).title.fill('The second alone');
    expect(await accessibilityFaults(popup)).toEqual([]);
    await person.closeView(popup);
    await person.worker.stop();

    const again = await person.openPopup(page);
    await expect(composerIn(again).title).toHaveAttribute('placeholder', 'Different in each');
    await again.getByRole('tab', { selected: true }).waitFor();
    await again.keyboard.press('Alt+PageDown');
    await again.keyboard.press('Alt+PageDown');
    await expect(composerIn(again).title).toHaveValue('The second alone');
    await expect(composerIn(again).description).toHaveValue('For both');
    await again.keyboard.press('Alt+PageUp');
    await again.keyboard.press('Alt+PageUp');
    await composerIn(again).board.waitFor();
    await person.pinTo(again, 'kit');
    await person.toast.says(page, 'Pinned to');
    await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(2);
    const pins = pinterest.ledger.pins({ seeded: false });
    expect(new Set(pins.map(({ sha256 }) => sha256)).size).toBe(2);
    expect(pins.map(({ title }) => title)).toContain('The second alone');
    expect(new Set(pins.map(({ description }) => description))).toEqual(new Set(['For both']));
  },
);

test('a picture of one’s own is pinned from a file', async ({ connected: person, pinterest }) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await popup.getByRole('button', { name: 'Other', exact: true }).click();
  await popup.getByText('Add another picture').click();
  await popup
    .locator('input[type=file]')
    .setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: await ownPicture() });
  await popup.getByRole('button', { name: 'Use this picture' }).click();
  await expect(popup.locator('.shot-tag')).toContainText('640 × 960');

  await composerIn(popup).board.waitFor();
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ width: 640 }]);
});

const ownPicture = () =>
  sharp({ create: { width: 640, height: 960, channels: 3, background: '#1b6b51' } })
    .png()
    .toBuffer();
