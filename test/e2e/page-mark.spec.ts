import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';

interface Extension {
  chrome: {
    storage: { local: { set(values: object): Promise<void> } };
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    action: { getBadgeText(of: { tabId: number }): Promise<string> };
    alarms: { getAll(): Promise<{ name: string }[]> };
  };
}

/** What the toolbar button says in the tab of an address. */
const badgeOf = (view: Page, address: string) =>
  view.evaluate(async (url) => {
    const { tabs, action } = (globalThis as never as Extension).chrome;
    const tab = (await tabs.query({})).find((each) => each.url === url);
    return tab ? action.getBadgeText({ tabId: tab.id }) : null;
  }, address);

/** The names of the alarms that are set: each wakes the worker. */
const alarmsOf = (view: Page) =>
  view.evaluate(async () => {
    const set = await (globalThis as never as Extension).chrome.alarms.getAll();
    return set.map(({ name }) => name);
  });

test(
  'a page wakes no worker, but where pages that were pinned are to be marked',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.openPopup(page);
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'Pinned to');
    const settings = await person.openExtensionPage('options.html');
    // The outbox wakes the worker too, until it has nothing left to do.
    await expect.poll(() => alarmsOf(settings), { timeout: 60_000 }).not.toContain('tack-outbox');
    await page.bringToFront();
    await person.worker.stop();

    await page.reload();
    await page.waitForTimeout(1000); // the browser would tell of the page by now
    expect(await person.worker.isRunning()).toBe(false);

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
