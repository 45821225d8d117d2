import { findCommand } from '../../scripts/browser.mjs';
import type { LocalPinterest } from '../pinterest/server.ts';
import { makeVideo, measured } from '../pinterest/videos.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import { bringFile } from './harness/bring.ts';
import type { Person } from './harness/person.ts';
import { composerIn, sidePanelIn } from './harness/views.ts';
import { waitFor } from './harness/wait.ts';

test.skip(!findCommand('ffmpeg'), 'ffmpeg is not here, and videos are made with it');

const MEGABYTE = 1_000_000;

/** Makes a video of a few megabytes, most of them no film. */
async function video(name: string, padding = 4 * MEGABYTE, seconds = 6) {
  const file = test.info().outputPath(name);
  await makeVideo({ file, padding, seconds });
  return file;
}

/** Opens the popup over the recipe with a video, ready to be pinned. */
async function compose(person: Person, pinterest: LocalPinterest, file: string) {
  const page = await person.visit(pinterest.pages.recipe);
  const popup = await person.openPopup(page);
  await bringFile(popup, file);
  await popup.getByRole('button', { name: 'Use this picture' }).click();
  await expect(popup.locator('.shot-tag')).toContainText('0:06');
  await composerIn(popup).board.waitFor();
  return { page, popup };
}

const pins = (pinterest: LocalPinterest) => pinterest.ledger.pins({ seeded: false });

/** Waits until about so many bytes of an upload have arrived. */
const arrive = (pinterest: LocalPinterest, bytes: number) =>
  waitFor(() => pinterest.ledger.arrivedBytes() >= bytes || undefined, { for: `${bytes} bytes` });

/** Holds one pin with all bytes of one file against what Pinterest has. */
async function expectOnePin(pinterest: LocalPinterest, file: string) {
  await expect.poll(() => pins(pinterest).length, { timeout: 90_000 }).toBe(1);
  expect(pins(pinterest)).toMatchObject([{ kind: 'video' }]);
  const { size, sha256 } = await measured(file);
  const received = pinterest.ledger.media().flatMap((media) => media.received ?? []);
  expect(received).toMatchObject([{ size, sha256 }]);
}

test(
  'a video of one’s own becomes a pin with all its bytes and the chosen cover',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const file = await video('clip.mp4');
    const { page, popup } = await compose(person, pinterest, file);
    const cover = popup.getByRole('slider', { name: /^Cover at/ });
    await cover.focus();
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('ArrowRight');
    await expect(popup.getByText('Cover at 0:03')).toBeVisible();
    expect(await accessibilityFaults(popup)).toEqual([]);

    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'Pinned to');
    await expectOnePin(pinterest, file);
    expect(pinterest.ledger.requests('s3')).toBe(1);
  },
);

// K15
test('an upload goes on while the worker is stopped, and its progress is shown', async ({
  connected: person,
  pinterest,
}) => {
  const file = await video('clip.mov', 30 * MEGABYTE); // longer than it takes to open the panel
  const { page, popup } = await compose(person, pinterest, file);
  pinterest.setUploadSpeed(MEGABYTE);
  await person.pinTo(popup, 'kit');
  await arrive(pinterest, MEGABYTE);
  await person.worker.stop();

  const panel = await person.openSidePanel(page);
  await sidePanelIn(panel).outbox.click();
  await expect(sidePanelIn(panel).content.getByText(/% sent \(\d+ of 30 MB\)/)).toBeVisible();
  await expect(panel.locator('.outbox-picture img')).toHaveJSProperty('naturalHeight', 480); // its cover
  await person.worker.stop();
  await person.toast.says(page, 'Pinned to', 60_000);
  await expectOnePin(pinterest, file);
  expect(pinterest.ledger.requests('s3')).toBe(1);
  await person.closeView(panel);
});

// K10, N01
test('an upload whose line breaks half-way is one pin all the same', async ({
  connected: person,
  pinterest,
}) => {
  const file = await video('clip.m4v');
  const { size } = await measured(file);
  const { popup } = await compose(person, pinterest, file);
  const bytes = Math.max(1, Math.floor(size / 2));
  pinterest.faults.add({ operation: 's3', kind: 'drop-during', bytes });
  await person.pinTo(popup, 'kit');

  await expectOnePin(pinterest, file);
  expect(pinterest.ledger.requests('s3')).toBeGreaterThan(1);
});

// K10
test('an upload whose browser is killed half-way is one pin after the next start', async ({
  connected: person,
  pinterest,
}) => {
  const file = await video('clip.mp4', 6 * MEGABYTE);
  const { popup } = await compose(person, pinterest, file);
  pinterest.setUploadSpeed(MEGABYTE);
  await person.pinTo(popup, 'kit');
  await arrive(pinterest, 3 * MEGABYTE);
  await person.lose();
  pinterest.setUploadSpeed(null);
  await person.comeBack();

  await expectOnePin(pinterest, file);
});

test('a lost answer of the upload host sends no byte twice', async ({
  connected: person,
  pinterest,
}) => {
  const file = await video('clip.mp4');
  const { popup } = await compose(person, pinterest, file);
  pinterest.faults.add({ operation: 's3', kind: 'drop-after' });
  await person.pinTo(popup, 'kit');

  await expectOnePin(pinterest, file);
  expect(pinterest.ledger.requests('media/create')).toBe(1);
});

test('a video that Pinterest does not take is refused at once, in words', async ({
  connected: person,
  pinterest,
}) => {
  const file = await video('short.mp4', 0, 3);
  const popup = await person.openPopup(await person.visit(pinterest.pages.recipe));
  await bringFile(popup, file);

  await expect(composerIn(popup).problem).toContainText('This video lasts 0:03');
  await expect(popup.getByRole('button', { name: 'Use this picture' })).toHaveCount(0);
});
