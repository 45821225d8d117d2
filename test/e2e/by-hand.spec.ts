import { readFile } from 'node:fs/promises';

import type { Download, Page } from '@playwright/test';

import { findCommand } from '../../scripts/browser.mjs';
import { allScopes, doByHand, type Desk } from '../by-hand/flow.ts';
import { flows } from '../by-hand/flows.ts';
import { Hands } from '../by-hand/hands.ts';
import { test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import type { Person } from './harness/person.ts';
import { waitFor } from './harness/wait.ts';

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(filter: { index: number }): Promise<{ id: number }[]> };
};

const handsOn = (page: Page): Hands =>
  new Hands({
    run: (work, arg) => page.evaluate(work as (given: unknown) => never, arg),
    // A key that ends the view is not seen to come up again.
    press: (key) =>
      page.keyboard.press(key).catch((error: unknown) => {
        if (!page.isClosed()) throw error;
      }),
    type: (text) => page.keyboard.insertText(text),
    async files(label, paths) {
      const chooser = page.waitForEvent('filechooser');
      await page
        .locator('input[type=file]')
        .and(page.getByLabel(label, { exact: true }))
        .evaluate((field: HTMLElement) => field.click()); // what a person presses may stand beside it
      await (await chooser).setFiles([...paths]);
    },
    faults: () => accessibilityFaults(page),
  });

/** The person's browser as flows see it. */
function deskOf(person: Person, pinterest: Desk['pinterest']): Desk {
  let popup: Page | null = null;
  let page: Page | null = null;
  let download: Download | null = null;
  const open = async (address: string) => {
    const view = await person.openExtensionPage(address);
    view.on('download', (begun) => (download = begun));
    return handsOn(view);
  };
  return {
    pinterest,
    async visit(url) {
      if (popup) await person.closeView(popup);
      popup = null;
      page = await person.visit(url);
    },
    inPage: async (work) => page?.evaluate(work),
    closedPages: ['chrome://version'],
    async popup() {
      page ??= await person.visit(pinterest.pages.recipe);
      popup = await person.openPopup(page);
      return handsOn(popup);
    },
    panel: () => open('sidepanel.html'),
    settings: () => open('options.html'),
    async popupAsPage() {
      if (popup) await person.closeView(popup);
      const settings = await person.openExtensionPage('options.html');
      const id = await settings.evaluate(
        async () => (await chrome.tabs.query({ index: 0 }))[0]?.id,
      );
      await settings.close();
      return open(`popup.html?tab=${id}`);
    },
    async saved() {
      const begun = await waitFor(async () => download ?? undefined, { for: 'a file' });
      return readFile(await begun.path());
    },
  };
}

/** What every run has of them: the longest one, whose links Tack asks for, and what takes files. */
const always = new Set([
  'a larger version is found, measured and used, and another size can be chosen',
  'a CSV with a bad row says which, queues the good ones, and queues none of them twice',
  'all that Tack has goes into a file, is erased, and comes back from it',
  'pins are edited, moved, filtered, saved, deleted and brought back, one and many',
]);

for (const flow of flows) {
  const tag = always.has(flow.name) ? '@always' : [];
  test(flow.name, { tag }, async ({ person, pinterest }) => {
    test.skip(Boolean(flow.needs && !findCommand(flow.needs)), `${flow.needs} is not here`);
    const settings = await person.openExtensionPage('options.html');
    const accessToken = pinterest.signIn(allScopes).access.value;
    const ask = { accessToken, environment: 'production' };
    await settings.evaluate((message) => chrome.runtime.sendMessage(message), {
      type: 'account/paste',
      ask,
    });
    await settings.close();
    await doByHand(flow, deskOf(person, pinterest));
  });
}
