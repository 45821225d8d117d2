import type { Page } from '@playwright/test';
import sharp from 'sharp';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { composerIn, sidePanelIn } from './harness/views.ts';

/** Selects the first pictures of an open picker by keyboard. */
async function select(view: Page, count: number): Promise<void> {
  const tiles = view.getByRole('listbox', { name: 'Choose an image' }).getByRole('option');
  await tiles.first().focus();
  for (let index = 0; index < count; index += 1) {
    await view.keyboard.press('Space');
    if (index < count - 1) await view.keyboard.press('ArrowRight');
  }
  await view.getByRole('button', { name: `Use these ${count} pictures` }).click();
}

test(
  'several pictures go out as one carousel of one size',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await popup.getByRole('button', { name: 'Other', exact: true }).click();
    await select(popup, 3);
    await popup.getByText('One carousel').click();
    await popup.getByText('Margins').click();
    await expect(popup.getByRole('button', { name: /^Pin it/ })).toBeVisible();
    expect(await accessibilityFaults(popup)).toEqual([]);

    await popup.getByRole('button', { name: 'Leave out picture 3' }).click();
    await expect(popup.getByRole('img', { name: /^Picture \d/ })).toHaveCount(2);
    await composerIn(popup).board.waitFor();
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'Pinned to');

    const pins = pinterest.ledger.pins({ seeded: false });
    expect(pins).toMatchObject([{ kind: 'images' }]);
    const sizes = await Promise.all(
      [0, 1].map(async (index) => {
        const { bytes } = await pinterest.ledger.pinImage(pins[0]!.id, index);
        const { width, height } = await sharp(bytes).metadata();
        return `${width} × ${height}`;
      }),
    );
    expect(sizes[0]).toBe(sizes[1]);
  },
);

test('a selection comes back when the popup was closed', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await popup.getByRole('button', { name: 'Other', exact: true }).click();
  await select(popup, 2);
  await popup.getByText('One carousel').click();
  await expect(popup.getByRole('radio', { name: 'Crop' })).toBeChecked();
  await person.closeView(popup);
  await person.worker.stop();

  const again = await person.openPopup(page);
  await expect(again.getByRole('radio', { name: 'One carousel' })).toBeChecked();
  await composerIn(again).board.waitFor();
  await person.pinTo(again, 'kit');
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ kind: 'images' }]);
});

test('a picture that is a pin already is saved, and not uploaded again', async ({
  connected: person,
  pinterest,
}) => {
  const [known] = pinterest.ledger.pins({ seeded: true });
  const page = await person.visit(`${pinterest.siteUrl}/pin/${known!.id}/`);
  const popup = await person.openPopup(page);
  await expect(popup.getByText(/^This picture is a pin on Pinterest/)).toBeVisible();
  await expect(composerIn(popup).title).toHaveCount(0);
  expect(await accessibilityFaults(popup)).toEqual([]);

  await person.typeBoard(popup, 'kit');
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Enter').catch(() => undefined);
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([
    { origin: 'save', parentPinId: known!.id, title: known!.title },
  ]);
  expect(pinterest.ledger.requests('pins/create')).toBe(0);
});

test('a large file of one’s own is pinned with its very bytes', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  const noise = {
    width: 1400,
    height: 1400,
    channels: 3,
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  } as const;
  const buffer = await sharp({ create: { ...noise, background: '#888' } })
    .png()
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(3_000_000);
  await popup.getByRole('button', { name: 'Other', exact: true }).click();
  await popup.getByText('Add another picture').click();
  await popup
    .locator('input[type=file]')
    .setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer });
  await popup.getByRole('button', { name: 'Use this picture' }).click();
  await expect(popup.locator('.shot-tag')).toContainText('1,400 × 1,400');

  await composerIn(popup).board.waitFor();
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to');
  expect(pinterest.ledger.pins({ seeded: false })).toMatchObject([{ width: 1400, height: 1400 }]);
});

test('the side panel has the page with all its pictures, and the popup’s draft', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await composerIn(popup).title.fill('Written in the popup');
  await popup.getByRole('button', { name: 'Other', exact: true }).click();
  await popup.getByRole('button', { name: 'Larger, in the side panel' }).click();
  const panel = await person.see('sidepanel.html');

  await expect(panel.getByRole('tab', { name: 'This page' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(composerIn(panel).title).toHaveValue('Written in the popup');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await select(panel, 2);
  await expect(composerIn(panel).title).toHaveValue('Written in the popup');
  await person.pinTo(panel, 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(2);

  await sidePanelIn(panel).outbox.click();
  await expect(sidePanelIn(panel).content.getByText('Written in the popup')).toHaveCount(2);
  await person.closeView(panel);
});

test('one draft goes from the popup to a window and on to the side panel, to the letter', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await composerIn(popup).title.fill('');
  await composerIn(popup).title.pressSequentially('Begun in the popup');
  const opened = person.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Open in a window' }).click();
  const wide = await opened;
  await expect(composerIn(wide).title).toHaveValue('Begun in the popup');
  await expect(wide.getByRole('listbox', { name: 'Choose an image' })).toBeVisible();
  expect(await accessibilityFaults(wide)).toEqual([]);
  await person.popupCloses(popup);

  // Over the window, the popup is about the same page.
  const over = await person.openPopup(wide);
  await expect(composerIn(over).title).toHaveValue('Begun in the popup');
  await composerIn(over).description.fill('Written over the window');
  await expect(composerIn(wide).description).toHaveValue('Written over the window');
  await person.closeView(over);

  await composerIn(wide).altText.fill('');
  await composerIn(wide).altText.pressSequentially('Written in the window');
  await wide.getByRole('button', { name: 'Go on in the side panel' }).click();
  const panel = await person.see('sidepanel.html');
  await expect(composerIn(panel).altText).toHaveValue('Written in the window');
  await person.pinTo(panel, 'kit');
  await expect
    .poll(() => pinterest.ledger.pins({ seeded: false }))
    .toMatchObject([{ title: 'Begun in the popup', altText: 'Written in the window' }]);
  await person.closeView(panel);
});

test('the side panel looks at a page only where it was asked to', async ({ person, pinterest }) => {
  const page = await person.visit(pinterest.pages.recipe);
  const panel = await person.openSidePanel(page);
  await panel.getByRole('tab', { name: 'This page' }).click();
  await expect(composerIn(panel).title).toHaveValue(/.+/);
  await person.closeView(panel);
});
