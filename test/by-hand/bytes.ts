import { expect } from '@playwright/test';
import sharp, { type Metadata } from 'sharp';

import { studioSecret } from '../pinterest/pages/studio.ts';
import { type Flow, pinTo } from './flow.ts';

/** What a picture is served as, and what of it is to arrive. */
const pictures: readonly [string, Partial<Metadata>][] = [
  // Upright by its own word, which stays; where it was taken, and with what, does not.
  ['phone.jpg', { format: 'jpeg', orientation: 6, width: 900 }],
  ['text.png', { format: 'png' }],
  ['p3.jpg', { format: 'jpeg', hasProfile: true }],
  ['p3.webp', { format: 'jpeg' }],
  ['blinking.gif', { format: 'jpeg' }],
];

export const bytesFlow: Flow = {
  name: 'pictures of all kinds arrive as Pinterest takes them, with their colours and without what they tell of their maker',
  does: ['pins/create'],
  async run(desk) {
    const { ledger, pages } = desk.pinterest;
    const made = () => ledger.pins({ seeded: false });
    for (const [nth, [name, wanted]] of pictures.entries()) {
      await desk.visit(`${pages.studio}/one/${name}`);
      const popup = await desk.popup();
      await popup.see('combobox', 'Board');
      if (name.endsWith('.gif')) await popup.says('becomes a still');
      await pinTo(popup, 'kit', 'Kitchen ideas');
      await expect.poll(() => made().length, { timeout: 60_000 }).toBe(nth + 1);
      const { bytes } = await ledger.pinImage(made()[0]?.id ?? '');
      expect(bytes.includes(studioSecret), name).toBe(false);
      const { pages: stills = 1, ...metadata } = await sharp(bytes).metadata();
      expect(metadata, name).toMatchObject(wanted);
      expect(stills, name).toBe(1);
    }
  },
};
