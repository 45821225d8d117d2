import { expect, test } from './fixtures.ts';

declare const browser: {
  storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<object> }>;
  runtime: { getBackgroundPage(): Promise<{ console: Console }> };
};

// A12, D11
test('no secret is in a console of Firefox, in storage, in a view, in a page or in the file of the outbox', async ({
  person,
  firefox,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  await person.pinTo(await person.connect(), 'kit');
  await expect.poll(() => pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
  const settings = await person.settings();
  await settings.show();
  await settings.says('Connected as');
  // That they are heard at all.
  await settings.run(async () => {
    (await browser.runtime.getBackgroundPage()).console.log('the background is heard');
    console.log('a view is heard');
  }, null);
  for (const words of ['the background is heard', 'a view is heard'])
    await expect.poll(() => firefox.console.text().includes(words), words).toBe(true);

  await settings.run(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { exported: blob });
      return make(blob);
    };
  }, null);
  await settings.click({ role: 'button', name: 'Export…' });
  const file = () =>
    settings.run(
      async () => (await (globalThis as { exported?: Blob }).exported?.text()) ?? '',
      null,
    );
  await expect.poll(async () => (await file()).includes('outbox.json')).toBe(true);
  const kept = await settings.run(async () => {
    const { local, session, sync } = browser.storage;
    return JSON.stringify(await Promise.all([local, session, sync].map((area) => area.get(null))));
  }, null);
  const shown = await Promise.all(
    [settings, page].map((view) => view.run(() => document.documentElement.outerHTML, null)),
  );

  const seen = [firefox.console.text(), await file(), kept, ...shown];
  seen.push(...pinterest.ledger.addresses());
  const secrets = [pinterest.app.secret, ...pinterest.ledger.tokens().map(({ value }) => value)];
  expect(secrets.length).toBeGreaterThan(2);
  for (const secret of secrets) expect(seen.filter((text) => text.includes(secret))).toEqual([]);
});
