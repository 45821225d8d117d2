import type { Page } from '@playwright/test';

import { keptColour, studioColour } from '../pinterest/pages/studio.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import type { Person } from './harness/person.ts';
import { coloursOf, near, pinned } from './harness/received.ts';
import { composerIn } from './harness/views.ts';

/** Opens the picker of a connected popup over a page of the studio. */
async function openPicker(person: Person, address: string) {
  const page = await person.visit(address);
  const popup = await person.openPopup(page);
  await popup.getByRole('button', { name: 'Other', exact: true }).click();
  return { page, popup };
}

const chooseIn = (popup: Page, name: string | RegExp) =>
  popup.getByRole('option', { name }).click();

test.describe('a picture that nobody gives', () => {
  test('is cropped from the screen, said to be, and nothing beside it comes along', async ({
    connected: person,
    pinterest,
  }) => {
    const { page, popup } = await openPicker(person, `${pinterest.pages.studio}/kept`);
    await chooseIn(popup, /^Kept work/);
    await expect(composerIn(popup).problem).toContainText('Nobody lets Tack read this picture');
    await popup.getByRole('button', { name: 'Use a picture of the screen' }).click();
    await expect(popup.locator('.shot-tag')).toHaveText('480 × 320 · cropped from the screen');
    const { bytes, pin } = await pinned(person, pinterest, page, popup);

    expect(pin).toMatchObject({ contentType: 'image/png', width: 480, height: 320 });
    for (const colour of await coloursOf(bytes)) expect(colour).toEqual(near(keptColour));
  });

  test('is asked for where it can’t be seen, and the page is left where it is', async ({
    connected: person,
    pinterest,
  }) => {
    const { page, popup } = await openPicker(person, `${pinterest.pages.studio}/kept`);
    await chooseIn(popup, /^Work below/);
    const fromScreen = popup.getByRole('button', { name: 'Use a picture of the screen' });
    await fromScreen.click();
    await expect(composerIn(popup).problem).toContainText('not to be seen');
    expect(await page.evaluate(() => scrollY)).toBe(0);

    await page.evaluate(() => document.querySelector('#below')?.scrollIntoView());
    await fromScreen.click();
    await expect(popup.locator('.shot-tag')).toHaveText('480 × 320 · cropped from the screen');
  });
});

test.describe('a part of the screen', () => {
  /** Opens the chooser, and waits until it stands in the page. */
  async function openChooser(person: Person, address: string) {
    const { page, popup } = await openPicker(person, address);
    await popup.getByRole('button', { name: 'Part of the screen' }).click();
    await person.popupCloses(popup);
    await page.locator('[data-tack-region]').waitFor({ state: 'attached' });
    return page;
  }

  const middleOf = async (page: Page, selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not there.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  test(
    'is drawn with the mouse, and is what the page shows without Tack on it',
    { tag: '@always' },
    async ({ connected: person, pinterest }) => {
      const page = await openChooser(person, `${pinterest.pages.studio}/kept`);
      const { x, y } = await middleOf(page, '#kept');
      await page.mouse.move(x - 150, y - 100);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.move(x + 150, y + 100, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.press('Enter');

      const popup = await person.see('popup.html');
      await expect(popup.locator('.shot-tag')).toHaveText('300 × 200 · cropped from the screen');
      await expect(composerIn(popup).title).toHaveValue('Work that its host keeps');
      const { bytes, pin } = await pinned(person, pinterest, page, popup);
      expect(pin).toMatchObject({
        width: 300,
        height: 200,
        link: `${pinterest.pages.studio}/kept`,
      });
      for (const colour of await coloursOf(bytes)) expect(colour).toEqual(near(keptColour));
    },
  );

  test('is moved and sized with keys, which the page does not hear', async ({
    connected: person,
    pinterest,
  }) => {
    const page = await openChooser(person, `${pinterest.pages.studio}/kept`);
    await page.evaluate(() => {
      document.addEventListener('keydown', () => document.body.append('heard'));
    });
    const { width, height } = await page.evaluate(() => ({
      width: innerWidth,
      height: innerHeight,
    }));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Enter');

    const popup = await person.see('popup.html');
    const size = `${Math.round(width * 0.6) - 20} × ${Math.round(height * 0.6) - 10}`;
    await expect(popup.locator('.shot-tag')).toHaveText(`${size} · cropped from the screen`);
    await expect(page.getByText('heard')).toHaveCount(0);
  });

  // H07
  test('is not taken by the page, and not after Esc', async ({ connected: person, pinterest }) => {
    const page = await openChooser(person, `${pinterest.pages.studio}/kept`);
    await page.evaluate(() => {
      const host = document.querySelector('[data-tack-region]');
      for (const target of [host, document.activeElement, document, window]) {
        const init = { key: 'Enter', bubbles: true, composed: true };
        target?.dispatchEvent(new KeyboardEvent('keydown', init));
      }
    });
    await expect(page.locator('[data-tack-region]')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-tack-region]')).not.toBeAttached();
    await page.keyboard.press('Enter');

    const popup = await person.openPopup(page);
    await expect(popup.locator('.shot-tag')).not.toContainText('screen');
  });
});

test.describe('videos and drawings', () => {
  /** The page has no picture of its own, so the popup offers what else there is. */
  async function openFrames(person: Person, pinterest: LocalPinterest) {
    const page = await person.visit(`${pinterest.pages.studio}/moving`);
    await page.locator('body[data-ready]').waitFor();
    const popup = await person.openPopup(page);
    await popup.getByRole('button', { name: 'Videos and drawings of the page' }).click();
    await popup.getByRole('option', { name: /video at 0:/ }).waitFor();
    return { page, popup };
  }

  test('the video’s frame is pinned in the video’s own size; what is blank or small is not offered', async ({
    connected: person,
    pinterest,
  }) => {
    const { page, popup } = await openFrames(person, pinterest);
    await expect(popup.getByRole('option', { name: /drawing/ })).toHaveCount(2);
    await expect(popup.getByRole('option', { name: /video/ })).toHaveCount(1);
    expect(await accessibilityFaults(popup)).toEqual([]);
    await chooseIn(popup, /video at/);
    await expect(popup.locator('.shot-tag')).toHaveText('640 × 360 · frame');
    const { bytes, pin } = await pinned(person, pinterest, page, popup);

    expect(pin).toMatchObject({ width: 640, height: 360 });
    expect((await coloursOf(bytes)).at(-1)).toEqual(near(studioColour));
  });

  test('a drawing is pinned to the pixel', async ({ connected: person, pinterest }) => {
    const { page, popup } = await openFrames(person, pinterest);
    await chooseIn(popup, /400 × .*drawing/);
    const { bytes } = await pinned(person, pinterest, page, popup);

    const { r, g, b } = keptColour;
    const white = [255, 255, 255];
    expect(await coloursOf(bytes)).toEqual([white, white, white, white, [r, g, b]]);
  });

  test('a drawing with another site’s picture in it is cropped from the screen', async ({
    connected: person,
    pinterest,
  }) => {
    const { page, popup } = await openFrames(person, pinterest);
    await chooseIn(popup, /320 × .*drawing/);
    await expect(popup.locator('.shot-tag')).toHaveText('320 × 240 · cropped from the screen');
    const { bytes } = await pinned(person, pinterest, page, popup);

    for (const colour of await coloursOf(bytes)) expect(colour).toEqual(near(keptColour));
  });
});
