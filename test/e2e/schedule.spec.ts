import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { arrowTo, pressOn, reach } from './harness/keys.ts';
import { scheduleIn, sidePanelIn } from './harness/views.ts';

const BOARD = 'Kitchen ideas';

/** A time so many seconds from now, as a field for day and time takes it. */
const inSeconds = (page: Page, seconds: number) =>
  page.evaluate((ms) => {
    const date = new Date(Date.now() + ms);
    const local = date.getTime() - date.getTimezoneOffset() * 60_000;
    return new Date(local).toISOString().slice(0, 19);
  }, seconds * 1000);

test(
  'a pin is scheduled, waits for its time in the outbox, and goes out then',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await person.typeBoard(popup, 'kit');
    await popup.keyboard.press('Enter');
    const { open, at, words, schedule, slot } = scheduleIn(popup);
    await pressOn(open);
    await expect(words).toBeVisible();
    await expect(slot).toBeVisible();
    expect(await accessibilityFaults(popup)).toEqual([]);

    await at.fill(await inSeconds(popup, 20)); // its inner fields are the browser's own
    await reach(schedule);
    await popup.keyboard.press('Enter');
    await person.answerMine(popup);
    await expect(popup.getByText(/^Goes out .*, to Kitchen ideas/)).toBeVisible();
    const panel = await person.openExtensionPage('sidepanel.html');
    await arrowTo(sidePanelIn(panel).outbox, panel.getByRole('tab', { selected: true }));
    await expect(panel.getByText(/^Goes out .*, to Kitchen ideas$/)).toBeVisible();
    expect(await accessibilityFaults(panel)).toEqual([]);
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);

    await expect
      .poll(() => pinterest.ledger.pins({ seeded: false }).length, { timeout: 60_000 })
      .toBe(1);
    await expect(panel.getByText(`Pinned to ${BOARD}`)).toBeVisible();
  },
);

test('what was due while the browser was closed is listed, and sent once when the person says so', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await person.typeBoard(popup, 'kit');
  await popup.keyboard.press('Enter');
  const { open, at, schedule } = scheduleIn(popup);
  await open.click();
  await at.fill(await inSeconds(popup, 15));
  await schedule.click();
  await person.answerMine(popup);
  await expect(popup.getByText(/^Goes out/)).toBeVisible();
  await person.lose();
  // What is late by less than five minutes is simply sent; at the tests' pace that is 15 s.
  await new Promise((resolve) => setTimeout(resolve, 35_000));
  await person.comeBack();

  const panel = await person.openExtensionPage('sidepanel.html');
  await sidePanelIn(panel).outbox.click();
  await expect(panel.getByText('1 pin was due while the browser was closed.')).toBeVisible();
  expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'Send now' }).click();

  await expect(panel.getByText(`Pinned to ${BOARD}`)).toBeVisible({ timeout: 60_000 });
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
});
