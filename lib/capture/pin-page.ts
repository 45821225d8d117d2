import type { Capture } from './types';

const pinPage = /^https?:\/\/(?:[\w-]+\.)*pinterest\.[a-z.]+(?::\d+)?\/pin\/(\d{1,30})/;

/** The pin that an address of Pinterest's site shows; null for any other address. */
export const pinIdOf = (url: string): string | null => pinPage.exec(url)?.[1] ?? null;

/**
 * On a pin's own page, the pictures that stand in no other pin's link are that pin. What is on Pinterest already is
 * saved from there, and not uploaded again.
 */
export function withPinOfPage(capture: Capture): Capture {
  const id = pinIdOf(capture.page.url);
  if (id === null) return capture;
  const images = capture.images.map((image) => ({ ...image, pinId: image.pinId ?? id }));
  return { ...capture, images };
}
