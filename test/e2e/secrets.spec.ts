import type { Page, Worker } from '@playwright/test';

import { expect, test } from './fixtures.ts';

const asksPerView = 7;

/** Asks the background from a page of the extension, many times at once; gives how each ended. */
const askAtOnce = (view: Page, count: number) =>
  view.evaluate(async (times) => {
    type Runtime = { sendMessage(message: unknown): Promise<{ ok: boolean }> };
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    const ask = { type: 'board/list', ask: { refresh: true } };
    const replies = await Promise.all(
      Array.from({ length: times }, () => runtime.sendMessage(ask)),
    );
    return replies.map(({ ok }) => ok);
  }, count);

// A09
test(
  'calls from three views at the moment a token ends cost one renewal, and all succeed',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    await person.closeView(await person.connect(page));
    const panel = await person.openExtensionPage('sidepanel.html');
    const settings = await person.openExtensionPage('options.html');
    const popup = await person.openPopup(page);
    const before = pinterest.ledger.requests('oauth/token');
    pinterest.expireTokens('access');

    const ends = await Promise.all(
      [panel, settings, popup].map((view) => askAtOnce(view, asksPerView)),
    );

    expect(ends.flat()).toEqual(Array.from({ length: 3 * asksPerView }, () => true));
    expect(pinterest.ledger.requests('oauth/token') - before).toBe(1);
  },
);

// N04
test('a grant that is over is parked after one try, and the views are signed out', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  await person.closeView(await person.connect(page));
  const settings = await person.openExtensionPage('options.html');
  const before = pinterest.ledger.requests('oauth/token');
  pinterest.expireTokens('all');

  const ends = await askAtOnce(settings, 20);

  expect(new Set(ends)).toEqual(new Set([false]));
  expect(pinterest.ledger.requests('oauth/token') - before).toBeLessThanOrEqual(2);
  await settings.reload();
  await expect(settings.getByRole('button', { name: 'Connect Pinterest' })).toBeVisible();
});

// D11, A12
test(
  'no secret is in storage that pages can read, in a log, in a view or in a page',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const seen: string[] = [];
    person.context.on('console', (message) => seen.push(message.text()));
    const listen = (worker: Worker) => worker.on('console', (message) => seen.push(message.text()));
    person.context.serviceWorkers().forEach(listen);
    person.context.on('serviceworker', listen);
    const page = await person.visit(pinterest.pages.recipe);
    const popup = await person.connect(page);
    await person.pinTo(popup, 'kit');
    await person.toast.says(page, 'Pinned to');
    const settings = await person.openExtensionPage('options.html');
    await settings.getByText('Connected as').waitFor();
    // That its log is heard at all: the worker has just answered, and runs.
    const [worker] = person.context.serviceWorkers();
    await worker?.evaluate(() => console.log('the worker is heard'));
    await expect.poll(() => seen).toContain('the worker is heard');

    const kept = await settings.evaluate(async () => {
      type Area = { get(keys: null): Promise<object> };
      const { storage } = (
        globalThis as unknown as {
          chrome: { storage: { local: Area; session: Area; sync: Area } };
        }
      ).chrome;
      const areas = [storage.local, storage.session, storage.sync];
      return JSON.stringify(await Promise.all(areas.map((area) => area.get(null))));
    });
    seen.push(kept, await settings.content(), await page.content());
    seen.push(...pinterest.ledger.addresses());
    const secrets = [pinterest.app.secret, ...pinterest.ledger.tokens().map(({ value }) => value)];

    expect(secrets.length).toBeGreaterThan(2);
    for (const secret of secrets) {
      expect(seen.filter((text) => text.includes(secret))).toEqual([]);
    }
    expect(kept).not.toMatch(/pin[arc]_/);
  },
);
