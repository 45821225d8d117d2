import sharp from 'sharp';

import { studioColour, studioSecret } from '../pinterest/pages/studio.ts';
import { expect, test } from './fixtures.ts';
import { colourOf, fetchBytes, near, pinned } from './harness/received.ts';

test.describe('bytes', () => {
  // H15
  test(
    'a phone’s photo is sent without place and device, upright, and with the same pixels',
    { tag: '@always' },
    async ({ connected: person, pinterest }) => {
      const page = await person.visit(`${pinterest.pages.studio}/one/phone.jpg`);
      const popup = await person.openPopup(page);
      await expect(popup.locator('.shot-tag')).toContainText('600 × 900');
      const { bytes } = await pinned(person, pinterest, page, popup);

      const served = await fetchBytes(page, '/files/phone.jpg');
      expect(served.includes(studioSecret)).toBe(true);
      expect(bytes.includes(studioSecret)).toBe(false);
      const scan = (file: Buffer) =>
        file.subarray(
          file.indexOf(Buffer.from([0xff, 0xda])),
          file.lastIndexOf(Buffer.from([0xff, 0xd9])),
        );
      expect(scan(bytes).equals(scan(served))).toBe(true);
      expect(await sharp(bytes).metadata()).toMatchObject({ orientation: 6, width: 900 });
    },
  );

  test('a PNG is sent without its texts', async ({ connected: person, pinterest }) => {
    const page = await person.visit(`${pinterest.pages.studio}/one/text.png`);
    const { bytes, contentType } = await pinned(
      person,
      pinterest,
      page,
      await person.openPopup(page),
    );

    expect((await fetchBytes(page, '/files/text.png')).includes(studioSecret)).toBe(true);
    expect(bytes.includes(studioSecret)).toBe(false);
    expect(contentType).toBe('image/png');
  });

  test('a JPEG keeps its colour profile', async ({ connected: person, pinterest }) => {
    const page = await person.visit(`${pinterest.pages.studio}/one/p3.jpg`);
    const { bytes } = await pinned(person, pinterest, page, await person.openPopup(page));

    const served = await sharp(await fetchBytes(page, '/files/p3.jpg')).metadata();
    expect(served.icc?.length).toBeGreaterThan(0);
    expect((await sharp(bytes).metadata()).icc).toEqual(served.icc);
    expect(await colourOf(bytes)).toEqual(near(studioColour));
  });

  test('a WebP of another colour space is converted to the same colours', async ({
    connected: person,
    pinterest,
  }) => {
    const page = await person.visit(`${pinterest.pages.studio}/one/p3.webp`);
    const { bytes, contentType } = await pinned(
      person,
      pinterest,
      page,
      await person.openPopup(page),
    );

    expect(contentType).toBe('image/jpeg');
    expect(await colourOf(bytes)).toEqual(near(studioColour));
  });

  test('a GIF that moves is said to become a still, and does', async ({
    connected: person,
    pinterest,
  }) => {
    const page = await person.visit(`${pinterest.pages.studio}/one/blinking.gif`);
    const popup = await person.openPopup(page);
    await expect(popup.locator('.shot-tag')).toContainText('becomes a still');
    const { bytes } = await pinned(person, pinterest, page, popup);

    const { format, pages = 1 } = await sharp(bytes).metadata();
    expect([format, pages]).toEqual(['jpeg', 1]);
  });
});
