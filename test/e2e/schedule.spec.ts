import type { Page } from '@playwright/test';
import sharp from 'sharp';

import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { arrowTo, pressOn, reach } from './harness/keys.ts';
import { composerIn, csvIn, scheduleIn, sidePanelIn } from './harness/views.ts';

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

test('a picture that was pinned before is asked about, and pinned again where that is meant', async ({
  connected: person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  await person.pinTo(await person.openPopup(page), 'kit');
  await person.toast.says(page, `Pinned to ${BOARD}`);

  const popup = await person.openPopup(page);
  await person.pinTo(popup, 'kit');
  await expect(
    popup.getByText(/^You pinned this on .* to Kitchen ideas\. Pin again\?$/),
  ).toBeVisible();
  expect(await accessibilityFaults(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await expect(composerIn(popup).pin).toBeVisible();
  expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);

  await composerIn(popup).pin.click();
  await person.answerAgain(popup);
  await expect
    .poll(() => pinterest.ledger.pins({ seeded: false }).length, { timeout: 30_000 })
    .toBe(2);
});

test(
  'a CSV with a bad row says which, queues the good ones, and queues none of them twice',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    await person.visit(pinterest.pages.recipe);
    const csv = [
      'title,board,image_url,publish_at',
      `From a file,${BOARD},bowl.png,`,
      'To no board,Attic of nowhere,bowl.png,',
      `In a slot,${BOARD},cup.png,slot`,
    ].join('\n');
    const settings = await person.openExtensionPage('options.html');
    const { file, pictures, queue, region } = csvIn(settings);
    const choose = async () => {
      await pictures.setInputFiles([
        await picture('bowl', '#1b6b51'),
        await picture('cup', '#8a5d0f'),
      ]);
      const buffer = Buffer.from(csv);
      await file.setInputFiles({ name: 'pins.csv', mimeType: 'text/csv', buffer });
    };
    await choose();
    await expect(region.getByRole('row', { name: /^3 board You have no board/ })).toBeVisible();
    expect(await accessibilityFaults(settings)).toEqual([]);
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
    await queue.click();
    await expect(settings.getByText('2 pins are queued.')).toBeVisible();
    await expect
      .poll(() => pinterest.ledger.pins({ seeded: false }), { timeout: 60_000 })
      .toMatchObject([{ title: 'From a file', board: BOARD }]);

    await choose();
    await queue.click();
    await expect(settings.getByText('2 were queued before.')).toBeVisible();
    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  },
);

const picture = async (name: string, background: string) => ({
  name: `${name}.png`,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 640, height: 960, channels: 3, background } })
    .png()
    .toBuffer(),
});
