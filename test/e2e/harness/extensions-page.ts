import type { BrowserContext } from '@playwright/test';

import { EXTENSION_ID } from './browser.ts';

/** What the browser's own page of extensions has. */
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): void;
    updateExtensionCommand(update: {
      extensionId: string;
      commandName: string;
      keybinding: string;
    }): Promise<void>;
  };
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
};

async function onPage(
  context: BrowserContext,
  run: (given: { id: string; on: boolean }) => unknown,
  on: boolean,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(run, { id: EXTENSION_ID, on });
  await page.close();
}

/**
 * Lets an extension from a folder be loaded again while the browser runs, by itself or as another version: without this,
 * Chromium may take it for one that is not supported, and turns it off until it is started anew.
 */
export const allowReloads = (context: BrowserContext): Promise<void> =>
  onPage(
    context,
    ({ on: inDeveloperMode }) =>
      chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode }),
    true,
  );

/** Turns Tack off, or on again, as the person does with the browser's own switch. */
export const turnTack = (context: BrowserContext, isOn: boolean): Promise<void> =>
  onPage(context, ({ id, on }) => chrome.management.setEnabled(id, on), isOn);

/** The keys that the manifest asks for. */
const keys = {
  _execute_action: 'Alt+Shift+P',
  panel: 'Alt+Shift+N',
  picker: 'Alt+Shift+G',
  'quick-pin': 'Alt+Shift+Q',
};

/**
 * Gives Tack its keys, as the browser's page for them does: one that came from a folder by a switch gets none. An install
 * from a store gets those that nobody else has.
 */
export async function giveKeys(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/shortcuts');
  await page.evaluate(
    async ({ id, wanted }) => {
      for (const [commandName, keybinding] of Object.entries(wanted))
        await chrome.developerPrivate.updateExtensionCommand({
          extensionId: id,
          commandName,
          keybinding,
        });
    },
    { id: EXTENSION_ID, wanted: keys },
  );
  await page.close();
}
