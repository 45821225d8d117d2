import { expect, test } from './fixtures.ts';
import { extensionUrl } from './harness/firefox.ts';

interface Area {
  get(keys: null): Promise<object>;
}

declare const browser: { storage: Record<'local' | 'session' | 'sync', Area> };

// D11, A12, P02, P06
test(
  'a page gets nothing of Tack in Firefox, its own pages run no text, and no token is where pages could read it',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const urls = ['popup.html', 'capture.js', 'icon/48.png', 'manifest.json'].map(extensionUrl);
    const seen = await page.run(
      (all) => Promise.all(all.map((url) => fetch(url).then(String, () => 'refused'))),
      urls,
    );
    expect(new Set(seen)).toEqual(new Set(['refused']));

    const settings = await person.settings();
    const tried = await settings.run(async (address) => {
      await new Promise((resolve) => setTimeout(resolve, 0)); // what a debugger asks at once may make code of text
      const attempt = async (run: () => unknown) => {
        try {
          await run();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      return Promise.all([
        // oxlint-disable-next-line no-eval -- it is to be refused
        attempt(() => globalThis.eval('1')),
        // oxlint-disable-next-line no-implied-eval -- as above
        attempt(() => new Function('return 1')()),
        attempt(() => fetch(address)),
        attempt(() => fetch('data:text/plain,a')),
      ]);
    }, pinterest.pages.recipe);
    expect(new Set(tried)).toEqual(new Set(['refused']));

    const kept = await settings.run(async () => {
      const { local, session, sync } = browser.storage;
      const areas = await Promise.all([local, session, sync].map((area) => area.get(null)));
      return JSON.stringify(areas) + document.documentElement.outerHTML;
    }, null);
    const tokens = pinterest.ledger.tokens().map(({ value }) => value);
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(kept.includes(token)).toBe(false);
  },
);
