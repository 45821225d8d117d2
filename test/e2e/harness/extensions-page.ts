import type { BrowserContext } from '@playwright/test';

/** What the browser's own page of extensions has. */
declare const chrome: {
  developerPrivate: { updateProfileConfiguration(update: { inDeveloperMode: boolean }): void };
};

/**
 * Lets an extension from a folder be loaded again while the browser runs, by itself or as another version: without this,
 * Chromium may take it for one that is not supported, and turns it off until it is started anew.
 */
export async function allowReloads(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() =>
    chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  await page.close();
}
