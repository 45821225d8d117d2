import { expect, test } from './fixtures.ts';

declare const browser: {
  runtime: { getManifest(): { host_permissions?: string[] } };
  permissions: { remove(what: { origins: string[] }): Promise<boolean> };
};

// P04
test('where Pinterest’s hosts are taken away in Firefox a pin waits, it is said, and it goes out once they are granted again', async ({
  connected: person,
  pinterest,
}) => {
  const made = () => pinterest.ledger.pins({ seeded: false });
  const page = await person.visit(pinterest.pages.recipe);
  pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 503, times: 10_000 });
  await person.pinTo(await person.pinFromMenu(page, '#hero'), 'kit');
  await person.popupCloses();
  await expect.poll(() => pinterest.ledger.requests('pins/create')).toBeGreaterThan(0);

  const settings = await person.settings();
  const isTaken = await settings.run(() => {
    const { host_permissions: origins = [] } = browser.runtime.getManifest();
    return browser.permissions.remove({ origins });
  }, null);
  expect(isTaken).toBe(true);
  pinterest.faults.clear();
  const popup = await person.openPopup();
  await popup.says('Your browser does not let Tack reach Pinterest yet.');
  expect(made()).toEqual([]);

  await popup.click({ role: 'button', name: 'Allow…' });
  await expect.poll(made).toHaveLength(1);
  await person.settles();
  expect(made()).toHaveLength(1);
});
