import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { statsStripIn } from './harness/views.ts';

const partsIn = (panel: Page) => panel.getByRole('navigation', { name: 'Parts of the stats' });
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What axe has against a view in light and in dark. */
async function faultsInBoth(panel: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await panel.emulateMedia({ colorScheme });
    faults.push(...(await accessibilityFaults(panel)));
  }
  return faults;
}

const readingOf = (chart: Locator) => chart.getAttribute('aria-valuetext');

test(
  'the popup’s numbers cost one request, and none the next time',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const before = pinterest.ledger.requests('user_account/analytics');
    const popup = await person.openPopup(page);
    await expect(statsStripIn(popup).getByText(/^[\d,.]+K?$/)).toHaveCount(3);
    await expect(statsStripIn(popup)).toHaveAttribute('aria-busy', 'false');
    await person.closeView(popup);

    const again = await person.openPopup(page);
    await expect(statsStripIn(again)).toHaveAttribute('aria-busy', 'false');
    await expect(statsStripIn(again).getByText(/^[\d,.]+K?$/)).toHaveCount(3);
    expect(pinterest.ledger.requests('user_account/analytics')).toBe(before + 1);
  },
);

test(
  'the panel tells by keyboard alone how the account and a pin do, and gives it away as a file',
  { tag: '@always' },
  async ({ connected: person }) => {
    const panel = await person.openExtensionPage('sidepanel.html');
    const chart = panel.getByRole('slider');
    await chart.focus();
    await chart.press('End');
    await expect(chart).toHaveAttribute('aria-valuetext', /: Impressions [\d,]+.* \(not final\)$/);
    await chart.press('PageDown');
    await chart.press('ArrowLeft');
    const reading = await readingOf(chart);
    expect(reading).toMatch(/: Impressions [\d,]+, The period before [\d,]+$/);
    await expect(panel.getByText(reading ?? '', { exact: true })).toBeVisible();
    expect(await accessibilityFaults(panel)).toEqual([]);

    await panel.getByRole('button', { name: 'Copy as picture' }).press('Enter');
    await expect(panel.getByText('Copied.')).toBeVisible();
    await panel.getByRole('button', { name: 'Saves', exact: true }).press('Enter');
    await panel.getByRole('button', { name: 'Show as table' }).press('Enter');
    const saved = panel.waitForEvent('download');
    await panel.getByRole('button', { name: 'Save as CSV' }).first().press('Enter');
    const rows = (await readFile(await (await saved).path(), 'utf8')).trim().split('\r\n');
    const [head = '', ...days] = rows;
    expect(head).toBe('date_utc,IMPRESSION,SAVE,final');
    const sum = days.reduce((total, row) => total + Number(row.split(',')[1]), 0);
    await expect(panel.getByRole('definition').first()).toContainText(sum.toLocaleString('en'));

    await partsIn(panel).getByRole('button', { name: 'Top pins' }).press('Enter');
    const pin = panel.getByRole('region', { name: 'Top pins' }).locator('.pin-line-title').first();
    await expect(pin).not.toHaveText('');
    await pin.press('Enter');
    const back = panel.getByRole('button', { name: 'Back' });
    await expect(back).toBeFocused();
    await chart.focus();
    await chart.press('Home');
    expect(await readingOf(chart)).toMatch(/Impressions/);
    await back.press('Enter');
    await expect(pin).toBeFocused();

    // Two pins side by side, over days that are typed.
    const boxes = panel.getByRole('checkbox', { name: /^Compare “/ });
    await boxes.nth(0).press('Space');
    await boxes.nth(1).press('Space');
    await panel.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
    await expect(back).toBeFocused();
    const compared = panel.getByRole('region', { name: 'Pins side by side', exact: true });
    await expect(compared.getByRole('rowheader')).toHaveCount(2);
    await compared.getByRole('radio', { name: '89 days' }).press('ArrowRight');
    const from = daysAgo(10);
    await compared.getByLabel('From').focus();
    await panel.keyboard.type(`${from.slice(5, 7)}${from.slice(8)}${from.slice(0, 4)}`);
    await panel.keyboard.press('Enter');
    await compared.getByRole('button', { name: 'Show as table' }).press('Enter');
    await expect(compared.getByRole('rowheader', { name: from })).toBeVisible();
    await expect(compared.getByRole('rowheader', { name: daysAgo(11) })).toHaveCount(0);
    expect(await faultsInBoth(panel)).toEqual([]);
    await back.press('Enter');

    for (const [part, shows] of [
      ['All pins', panel.getByText(/^(\d+) of \1 pins\.$/)],
      ['This page', panel.getByText(/^Open Tack’s popup on a page once/)],
      ['Boards', panel.getByRole('rowheader', { name: 'Kitchen ideas' })],
    ] as const) {
      await partsIn(panel).getByRole('button', { name: part, exact: true }).press('Enter');
      await expect(shows).toBeVisible();
      expect(await faultsInBoth(panel)).toEqual([]);
    }
  },
);

test('ads are there once their permission is given, and what is watched for is told', async ({
  connected: person,
  pinterest,
}) => {
  const panel = await person.openExtensionPage('sidepanel.html');
  await partsIn(panel).getByRole('button', { name: 'Ads and audience' }).click();
  const opened = person.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Allow at Pinterest' }).click();
  await person.allow(await opened);

  await partsIn(panel).getByRole('button', { name: 'Ads and audience' }).click();
  await expect(panel.getByRole('columnheader', { name: 'Spend' })).toBeVisible();
  await panel.getByRole('button', { name: 'Order report' }).click();
  await expect(panel.getByRole('button', { name: 'Open the report' })).toBeVisible();
  await expect(panel.getByText('25-34')).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);

  await partsIn(panel).getByRole('button', { name: 'Watching' }).click();
  await panel.getByRole('switch', { name: 'Look at my numbers once a day' }).click();
  await panel.getByRole('spinbutton', { name: /^How many/ }).fill('100');
  await panel.getByRole('spinbutton', { name: /^How many/ }).press('Tab');
  const asked = pinterest.ledger.requests('user_account/analytics/top_pins');
  await panel.getByRole('button', { name: 'Look now' }).click();
  // Pins that were above the number before it was asked for are old news.
  await expect(panel.getByText(/^Looked .* Pins that are above it already/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'See the pin' })).toHaveCount(0);
  expect(pinterest.ledger.requests('user_account/analytics/top_pins')).toBe(asked + 1);
});
