import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';

interface Extension {
  chrome: {
    storage: { local: { set(values: object): Promise<void> } };
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    action: { getBadgeText(of: { tabId: number }): Promise<string> };
  };
}

/** What the toolbar button says in the tab of an address. */
const badgeOf = (view: Page, address: string) =>
  view.evaluate(async (url) => {
    const { tabs, action } = (globalThis as never as Extension).chrome;
    const tab = (await tabs.query({})).find((each) => each.url === url);
    return tab ? action.getBadgeText({ tabId: tab.id }) : null;
  }, address);

test(
  'a page wakes no worker, but where pages that were pinned are to be marked',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'Pinned to');
    // The outbox wakes the worker too, until it has nothing left to do; three visits in a row wake it not once.
    await expect(async () => {
      for (let visit = 0; visit < 3; visit += 1) {
        await person.worker.stop();
        await page.reload();
        await page.waitForTimeout(1000); // the browser would tell of the page by now
        expect(await person.worker.isRunning()).toBe(false);
      }
    }).toPass({ timeout: 60_000 });

    const settings = await person.openExtensionPage('options.html');
    await settings.evaluate(() =>
      (globalThis as never as Extension).chrome.storage.local.set({ pageBadge: true }),
    );
    await page.bringToFront();
    await expect.poll(() => badgeOf(settings, page.url())).toBe('✓');
    await person.worker.stop();
    await page.reload();
    await expect.poll(() => badgeOf(settings, page.url())).toBe('✓');
  },
);
