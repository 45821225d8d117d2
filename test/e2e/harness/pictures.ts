import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

const schemes = ['light', 'dark'] as const;

/** Whether every image that is to be seen has come and is decoded: until then there is a hole in its place. */
const isPainted = async () => {
  const images = [...document.images].filter(({ loading }) => loading !== 'lazy');
  if (images.length === 0) return false;
  await Promise.all(images.map((image) => image.decode()));
  return images.every((image) => image.naturalWidth > 0 && image.isConnected);
};

/** Saves what a page or view shows as `<name>.png` and gives the file's path. */
export async function takePicture(page: Page, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await page.waitForFunction(isPainted, undefined, { timeout: 2000 }).catch(() => undefined);
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  return file;
}

/** Saves a view in light and in dark, as `<name>-light.png` and `<name>-dark.png`, and leaves it in light. */
export async function takeBothPictures(page: Page, folder: string, name: string): Promise<void> {
  for (const colorScheme of schemes.toReversed()) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page, folder, `${name}-${colorScheme}`);
  }
}
