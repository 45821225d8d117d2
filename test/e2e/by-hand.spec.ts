import type { Page } from '@playwright/test';

import { allScopes, doByHand, type Desk } from '../by-hand/flow.ts';
import { flows } from '../by-hand/flows.ts';
import { Hands } from '../by-hand/hands.ts';
import { test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import type { Person } from './harness/person.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

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
      await page.getByLabel(label, { exact: true }).click();
      await (await chooser).setFiles([...paths]);
    },
    faults: () => accessibilityFaults(page),
  });

/** The person's browser as flows see it. */
function deskOf(person: Person, pinterest: Desk['pinterest']): Desk {
  let popup: Page | null = null;
  let page: Page | null = null;
  return {
    pinterest,
    async visit(url) {
      if (popup) await person.closeView(popup);
      popup = null;
      page = await person.visit(url);
    },
    async popup() {
      page ??= await person.visit(pinterest.pages.recipe);
      popup = await person.openPopup(page);
      return handsOn(popup);
    },
    panel: async () => handsOn(await person.openExtensionPage('sidepanel.html')),
    settings: async () => handsOn(await person.openExtensionPage('options.html')),
  };
}

/** What every run has of them: the longest one, whose links Tack asks for. */
const always = new Set([
  'pins are edited, moved, filtered, saved, deleted and brought back, one and many',
]);

for (const flow of flows) {
  const tag = always.has(flow.name) ? '@always' : [];
  test(flow.name, { tag }, async ({ person, pinterest }) => {
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
