import type { Page } from '@playwright/test';

import type { Fault } from '../pinterest/faults.ts';
import { expect, test } from './fixtures.ts';

type Attack = Omit<Fault, 'operation'>;

/** What may come in place of the account's numbers, and what the panel is to say of it. */
const attacks: [Attack, RegExp][] = [
  [{ kind: 'html', body: '<h1>Sorry</h1>' }, /The answer was not Pinterest’s/],
  [{ kind: 'truncate' }, /The answer was not Pinterest’s/],
  [{ kind: 'status', status: 200, body: '[1, 2' }, /The answer was not Pinterest’s/],
  [{ kind: 'status', status: 200, body: { all: 7 } }, /The answer was not Pinterest’s/],
  [{ kind: 'status', status: 200, body: { all: { daily_metrics: [{}] } } }, /not Pinterest’s/],
  [{ kind: 'status', status: 503, body: 'busy' }, /Pinterest has a problem \(503\)/],
  [{ kind: 'drop-before' }, /Pinterest can’t be reached/],
  [{ kind: 'drop-after' }, /Pinterest can’t be reached/],
  [
    {
      kind: 'status',
      status: 429,
      body: { code: 8, message: 'This request exceeded a rate limit.' },
      headers: { 'retry-after': '2' },
    },
    /slow down for \d+ seconds/,
  ],
];

const overviewIn = (panel: Page) => panel.getByRole('region', { name: 'Overview' });
const alertIn = (panel: Page) => overviewIn(panel).getByRole('alert');

/** The numbers that the session holds are gone, as after a start of the browser. */
async function forget(panel: Page): Promise<void> {
  await panel.evaluate(() =>
    (
      globalThis as never as { chrome: { storage: { session: { clear(): Promise<void> } } } }
    ).chrome.storage.session.clear(),
  );
  await panel.reload();
}

test('whatever comes in place of the numbers is named, with a button that brings them', async ({
  connected: person,
  pinterest,
}) => {
  test.slow();
  const panel = await person.openExtensionPage('sidepanel.html');
  const total = overviewIn(panel).locator('.stats-total');
  await expect(total).toBeVisible();
  const shown = await total.textContent();
  for (const [attack, words] of attacks) {
    pinterest.faults.clear();
    pinterest.faults.add({ operation: 'user_account/analytics', ...attack, times: 100 });
    await forget(panel);
    await expect(alertIn(panel)).toContainText(words);
    await expect(total).toHaveCount(0);
    pinterest.faults.clear();
    // A limit is over when it is over.
    await expect(async () => {
      await alertIn(panel).getByRole('button', { name: 'Try again' }).press('Enter');
      await expect(total).toHaveText(shown ?? '', { timeout: 1000 });
    }).toPass();
    await expect(alertIn(panel)).toHaveCount(0);
  }

  // Nothing where numbers should be is no zero.
  pinterest.faults.add({
    operation: 'user_account/analytics',
    kind: 'status',
    status: 200,
    body: {},
  });
  await forget(panel);
  await expect(total).toHaveText('not counted yet');
  await expect(alertIn(panel)).toHaveCount(0);
});
