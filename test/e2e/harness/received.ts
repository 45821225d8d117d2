import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';

import type { LocalPinterest } from '../../pinterest/server.ts';
import type { Person } from './person.ts';
import { composerIn } from './views.ts';

/** Pins what a popup shows, and gives the very bytes that Pinterest received. */
export async function pinned(person: Person, pinterest: LocalPinterest, page: Page, popup: Page) {
  await composerIn(popup).board.waitFor();
  await person.pinTo(popup, 'kit');
  await person.toast.says(page, 'Pinned to');
  const [pin] = pinterest.ledger.pins({ seeded: false });
  if (!pin) throw new Error('Nothing was pinned.');
  return { pin, ...(await pinterest.ledger.pinImage(pin.id)) };
}

/** The colour of a picture's middle in sRGB, as somebody who honours its profile sees it. */
export async function colourOf(bytes: Buffer) {
  const { data } = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .resize(1, 1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

/** A colour as it is after an encoder. */
export const near = ({ r, g, b }: { r: number; g: number; b: number }) =>
  [r, g, b].map((value) => expect.closeTo(value, -1)); // ± 5

/** The colours of a picture's corners and its middle. */
export async function coloursOf(bytes: Buffer) {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const at = (x: number, y: number) => [
    ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
  ];
  return [
    at(0, 0),
    at(width - 1, 0),
    at(0, height - 1),
    at(width - 1, height - 1),
    at(width >> 1, height >> 1),
  ];
}

/** The bytes that a page's site serves at a path. */
export async function fetchBytes(page: Page, path: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, path);
  return Buffer.from(base64, 'base64');
}
