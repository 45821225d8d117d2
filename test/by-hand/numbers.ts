import { expect } from '@playwright/test';

import { type Flow, forget } from './flow.ts';
import type { Hands } from './hands.ts';

const rowsIn = (panel: Hands) =>
  panel.tells(() => document.querySelectorAll('.stats-table tbody tr').length);

const columnsIn = (panel: Hands) =>
  panel.tells(() =>
    [...document.querySelectorAll('.stats-table thead th')].map(({ textContent }) => textContent),
  );

/** The numbers of ads, a report of them, and who sees them. */
const ads: Flow = {
  name: 'ads are read in the steps and columns that are chosen, a report is ordered, and the audience is told',
  does: ['ad_accounts/list', 'ad_account/analytics', 'analytics/create_report'],
  async run(desk) {
    const panel = await desk.panel();
    await panel.press('button', 'Ads and audience');
    await expect.poll(() => rowsIn(panel)).toBe(30);
    await panel.take('/^One row for each/', 'hour');
    await panel.says('Pinterest keeps hours for 8 days: ');
    await expect.poll(() => rowsIn(panel)).toBe(7 * 24);
    await panel.take('/^One row for each/', 'period');
    await expect.poll(() => rowsIn(panel)).toBe(1);

    await panel.press('summary', '/^Columns/');
    await panel.press('checkbox', 'Outbound clicks', ' ');
    await expect.poll(() => columnsIn(panel)).toContain('Outbound clicks');
    for (const name of ['Spend', 'Impressions', 'Pin clicks', 'Click rate'])
      await panel.press('checkbox', name, ' ');
    await expect.poll(() => columnsIn(panel)).not.toContain('Spend');
    expect(await panel.faults()).toEqual([]);

    await panel.press('button', 'Order report');
    await panel.see('button', 'Open the report');
    await panel.says('25-34');
  },
};

/** How many pins have their numbers, and how many say that they were not read. Runs in the view. */
function countRecent(): [read: number, unread: number] {
  const unread = document.body.innerText.split('not read').length - 1;
  return [document.querySelectorAll('.pin-line-numbers').length, unread];
}

/** Lists of which a part comes. */
const broken: Flow = {
  name: 'a list of which the rest can’t be read keeps what is there, and reads on when asked',
  does: ['multi_pins/analytics', 'pins/analytics'],
  async run(desk) {
    const { faults } = desk.pinterest;
    const panel = await desk.panel();
    const counted = () => panel.tells(countRecent).catch(() => null);
    await expect.poll(counted).toEqual([25, 0]);

    // The batch fails, and so does all that comes after it: the pins stay, each says that its numbers were not read.
    for (const operation of ['multi_pins/analytics', 'pins/analytics'])
      faults.add({ operation, kind: 'drop-before', times: 50 });
    await panel.tells(forget);
    await expect.poll(counted).toEqual([0, 25]);
    await panel.says('Pinterest can’t be reached');
    expect(await panel.faults()).toEqual([]);
    faults.clear();
    await panel.press('button', 'Try again');
    await expect.poll(counted).toEqual([25, 0]);

    // One by one, where the batch is not granted, and cut in the middle.
    desk.pinterest.setApp({ hasBeta: false });
    faults.add({ operation: 'pins/analytics', kind: 'drop-before', after: 10, times: 50 });
    await panel.tells(forget);
    await expect.poll(counted).toEqual([10, 15]);
  },
};

/** Numbers of ads, and numbers that come in part. */
export const numberFlows: readonly Flow[] = [ads, broken];
