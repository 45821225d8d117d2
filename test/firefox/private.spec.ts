import { expect, test } from './fixtures.ts';

declare const browser: { tabs: { query(about: object): Promise<{ incognito: boolean }[]> } };

// P05
test('Tack is in no private window of Firefox: no button is there, and it sees none of its tabs', async ({
  connected: person,
  pinterest,
}) => {
  const settings = await person.settings();
  const count = async () => (await settings.run(() => browser.tabs.query({}), null)).length;
  const before = await count();

  const seen = await person.window.openPrivate(`${pinterest.pages.recipe}&private`);
  try {
    expect(seen).toEqual({ isPrivate: true, mayRun: false, seesWindow: false, hasButton: false });
    expect(await count()).toBe(before);
  } finally {
    await person.window.closePrivate();
  }
  expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
});
