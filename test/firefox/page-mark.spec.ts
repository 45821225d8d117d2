import { expect, test } from './fixtures.ts';

declare const browser: {
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};

/** What the toolbar button says in the tab of an address. Runs in a view. */
async function badgeOf(url: string): Promise<string | null> {
  const tab = (await browser.tabs.query({})).find((each) => each.url?.split('#')[0] === url);
  return tab ? browser.action.getBadgeText({ tabId: tab.id }) : null;
}

test('a page that was pinned is marked in Firefox where that is wanted, a stopped background or not, and no other', async ({
  connected: person,
  pinterest,
}) => {
  const { recipe, app } = pinterest.pages;
  await person.visit(recipe);
  await person.pinTo(await person.openPopup(), 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false }).length).toBe(1);
  await person.settles();
  const settings = await person.settings();
  const badge = (url: string) => settings.run(badgeOf, url);
  expect((await badge(recipe)) ?? '').toBe('');

  await settings.show();
  await settings.click({ role: 'checkbox', name: 'Mark pages that you pinned' });
  await expect.poll(() => badge(recipe)).toBe('✓'); // it was open before
  await person.visit(app);
  await expect.poll(() => badge(app)).toBe('');
  await person.window.stopBackground();
  await person.visit(recipe);
  await expect.poll(() => badge(recipe)).toBe('✓');
});
