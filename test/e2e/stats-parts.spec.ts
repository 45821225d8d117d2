import type { Locator, Page } from '@playwright/test';

import { allScopes, caller, daysAgo, picture } from '../pinterest/testing.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { pressOn, typeInto } from './harness/keys.ts';

const partIn = (panel: Page, name: string) =>
  panel
    .getByRole('navigation', { name: 'Parts of the stats' })
    .getByRole('button', { name, exact: true });

/** Takes an entry of a list by the arrows. */
async function choose(list: Locator, entry: string): Promise<void> {
  await pressOn(list, 'Home');
  const chosen = list.locator('option:checked');
  const last = await list.locator('option').count();
  for (let step = 1; step < last && (await chosen.textContent()) !== entry; step += 1)
    await list.page().keyboard.press('ArrowDown');
  await expect(chosen).toHaveText(entry);
}

const tableIn = (panel: Page) => panel.getByRole('table', { name: 'How the ads do' });

test('by keyboard: ads in the steps and columns that are chosen, a report, and the audience', async ({
  connected: person,
  pinterest,
}) => {
  const panel = await person.openExtensionPage('sidepanel.html');
  await pressOn(partIn(panel, 'Ads and audience'));
  const opened = person.context.waitForEvent('page');
  await pressOn(panel.getByRole('button', { name: 'Allow at Pinterest' }));
  await person.allow(await opened);

  await pressOn(partIn(panel, 'Ads and audience'));
  await expect(tableIn(panel).getByRole('rowheader')).toHaveCount(30);
  await choose(panel.getByLabel('One row for each').first(), 'hour');
  await expect(panel.getByText(/^Pinterest keeps hours for 8 days: /)).toBeVisible();
  await expect(tableIn(panel).getByRole('rowheader')).toHaveCount(7 * 24);
  await expect(tableIn(panel).getByRole('rowheader').first()).toHaveText(/^[\d-]{10}$/);
  await choose(panel.getByLabel('One row for each').first(), 'period');
  await expect(tableIn(panel).getByRole('rowheader')).toHaveCount(1);

  await pressOn(panel.getByText('Columns (4)'), 'Enter');
  await pressOn(panel.getByRole('checkbox', { name: 'Outbound clicks' }), 'Space');
  await expect(tableIn(panel).getByRole('columnheader', { name: 'Outbound clicks' })).toBeVisible();
  for (const name of ['Spend', 'Impressions', 'Pin clicks', 'Click rate'])
    await pressOn(panel.getByRole('checkbox', { name, exact: true }), 'Space');
  await expect(tableIn(panel).getByRole('columnheader')).toHaveText(['Outbound clicks']);
  // The last column stays.
  await pressOn(panel.getByRole('checkbox', { name: 'Outbound clicks' }), 'Space');
  await expect(panel.getByRole('checkbox', { name: 'Outbound clicks' })).toBeChecked();
  expect(await accessibilityFaults(panel)).toEqual([]);

  await choose(panel.getByLabel('One row for each').nth(1), 'ad group');
  await choose(panel.getByLabel('File'), 'JSON');
  await pressOn(panel.getByRole('button', { name: 'Order report' }));
  const report = person.context.waitForEvent('page');
  await pressOn(panel.getByRole('button', { name: 'Open the report' }));
  expect((await report).url()).toContain(`${pinterest.siteUrl}/reports/`);

  await panel.bringToFront();
  const audience = panel.getByRole('region', { name: 'Audience', exact: true });
  await expect(audience.getByText('25-34')).toBeVisible();
  const sizeOf = () => audience.getByText(/^Up to [\d,]+ people\./).textContent();
  const all = await sizeOf();
  await choose(audience.getByLabel('Audience'), 'all of Pinterest');
  await expect.poll(sizeOf).not.toBe(all);
});

/** Two weeks of which the second has a third of the first: a fall, whatever day it is. */
const fallen = {
  all: {
    daily_metrics: Array.from({ length: 14 }, (_, at) => ({
      date: daysAgo(15 - at),
      data_status: 'READY',
      metrics: { OUTBOUND_CLICK: at < 7 ? 30 : 10, IMPRESSION: 100 },
    })),
  },
};

test('by keyboard: rules of one’s own are made, and what they find is told and can be cleared', async ({
  connected: person,
  pinterest,
}) => {
  const panel = await person.openExtensionPage('sidepanel.html');
  await expect(panel.locator('.stats-total')).toBeVisible();
  await pressOn(partIn(panel, 'Watching'));
  await pressOn(panel.getByRole('switch', { name: 'Look at my numbers once a day' }), 'Space');
  const rules = panel.getByRole('group').filter({ has: panel.getByLabel('Tell me when') });
  await expect(rules).toHaveCount(3);
  await pressOn(panel.getByRole('button', { name: 'Add a rule' }));
  await expect(rules).toHaveCount(4);
  const added = rules.nth(3);
  await choose(added.getByLabel('Tell me when'), 'a week falls by');
  await choose(added.getByLabel('Metric'), 'Pin clicks');
  await typeInto(added.getByRole('spinbutton'), '25');
  await expect(added).toHaveAccessibleName('A week has fewer than the one before: Pin clicks');
  await pressOn(rules.nth(2).getByRole('button', { name: /^Remove: / }));
  await expect(rules).toHaveCount(3);
  await pressOn(rules.nth(2).getByRole('button', { name: /^Remove: / }));
  await expect(panel.getByRole('button', { name: 'Add a rule' })).toBeFocused();
  expect(await accessibilityFaults(panel)).toEqual([]);

  const operation = 'user_account/analytics';
  pinterest.faults.add({ operation, kind: 'status', status: 200, body: fallen });
  await pressOn(panel.getByRole('button', { name: 'Look now' }));
  const found = panel.getByRole('list', { name: 'What was found' }).getByRole('listitem');
  await expect(found).toHaveText(/^Outbound clicks: down by 50% or more/);
  await pressOn(panel.getByRole('button', { name: 'Clear' }));
  await expect(found).toHaveCount(0);

  // A look that comes to nothing says so, and what to do.
  pinterest.faults.add({ operation, kind: 'status', status: 503, body: {}, times: 9 });
  await pressOn(panel.getByRole('button', { name: 'Look now' }));
  await expect(panel.getByRole('alert')).toContainText('Pinterest');
  await expect(panel.getByRole('alert').getByRole('button').first()).toBeVisible();
  pinterest.faults.clear();
});

test('a personal account sees its pins and boards, and is told what it lacks and how to get it', async ({
  person,
  pinterest,
}) => {
  const settings = await person.openExtensionPage('options.html');
  const { access } = pinterest.signIn(allScopes, 'tom_travels');
  await settings.getByLabel('Access token', { exact: true }).fill(access.value);
  await settings.getByRole('button', { name: 'Connect with the token' }).click();
  await expect(settings.getByText('Connected as @tom_travels')).toBeVisible();
  const popup = await person.openPopup(await person.visit(pinterest.pages.recipe));
  const personal = 'Pinterest counts for business accounts only, and yours is a personal one.';
  await expect(popup.getByText(personal)).toBeVisible();
  await person.closeView(popup);

  const panel = await person.openExtensionPage('sidepanel.html');
  await expect(panel.getByText(personal)).toHaveCount(1);
  await expect(
    panel.getByText(/can become a business account at Pinterest, for free/),
  ).toBeVisible();
  const own = pinterest.ledger.pins({ owner: 'tom_travels' });
  await expect(
    panel.getByRole('region', { name: 'Recent pins' }).getByRole('listitem'),
  ).toHaveCount(Math.min(25, own.length));
  await expect(panel.getByRole('alert')).toHaveCount(0);
  expect(await accessibilityFaults(panel)).toEqual([]);

  await pressOn(partIn(panel, 'All pins'));
  await expect(panel.getByText(`${own.length} of ${own.length} pins.`)).toBeVisible();
  await expect(panel.getByText(personal)).toBeVisible();
  await pressOn(partIn(panel, 'Boards'));
  await expect(panel.getByRole('rowheader')).not.toHaveCount(0);
  await pressOn(partIn(panel, 'Top pins'));
  await expect(panel.getByText(personal)).toBeVisible();
  await pressOn(partIn(panel, 'Ads and audience'));
  await expect(panel.getByText('This account has no ad account.')).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);

  const opened = person.context.waitForEvent('page');
  await pressOn(partIn(panel, 'Top pins'));
  await pressOn(panel.getByRole('button', { name: 'See how, at Pinterest' }));
  expect((await opened).url()).toBe(`${pinterest.siteUrl}/business/convert/`);
});

test('a page’s own pins are listed beside it, with what they come to together', async ({
  connected: person,
  pinterest,
}) => {
  const call = caller(pinterest);
  const [board] = (await call('GET', '/boards')).body.items as { id: string; name: string }[];
  const data = (await picture()).toString('base64');
  const link = pinterest.pages.recipe;
  for (const title of ['Onions', 'More onions']) {
    const made = await call('POST', '/pins', {
      board_id: board?.id,
      title,
      link: title === 'Onions' ? link : link.replace(/\?.*/, '#steps'),
      media_source: { source_type: 'image_base64', content_type: 'image/jpeg', data },
    });
    expect(made.status).toBe(201);
  }

  const panel = await person.openSidePanel(await person.visit(link));
  await pressOn(partIn(panel, 'This page'));
  const part = panel.getByRole('region', { name: 'Pins of this page' });
  await expect(part.locator('.pin-line-title')).toHaveText(['More onions', 'Onions']);
  await expect(part.getByText(/^2 of \d+ pins\.$/)).toBeVisible();
  // Made a moment ago: nobody has counted them, which is no zero.
  await expect(part.getByText('not counted yet')).toHaveCount(2);
  await expect(part.getByRole('definition')).toHaveCount(0);
  await pressOn(part.getByRole('button', { name: 'Onions', exact: true }));
  await expect(panel.getByRole('heading', { name: 'Onions' })).toBeVisible();
  await pressOn(panel.getByRole('button', { name: 'Back' }));
  // The panel need not have the browser's own focus.
  const pin = part.getByRole('button', { name: 'Onions', exact: true });
  await expect.poll(() => pin.evaluate((it) => it === document.activeElement)).toBe(true);
});
