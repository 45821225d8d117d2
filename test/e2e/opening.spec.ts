import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { EXTENSION_ID } from './harness/browser.ts';
import { countWhatIsAsked, whatWasAsked } from './harness/counts.ts';
import type { Person } from './harness/person.ts';
import { composerIn } from './harness/views.ts';

interface Extension {
  chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
}

const tabOf = (view: Page, url: string) =>
  view.evaluate(async (wanted) => {
    const tabs = await (globalThis as never as Extension).chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, url);

/** Opens a view as it is opened the second time in a session: in a tab, where it can be counted what it asks for. */
async function openAgain(view: Page, url: string, isThere: () => Promise<void>) {
  for (let time = 0; time < 2; time += 1) {
    await view.goto('about:blank');
    await view.goto(url);
    await isThere();

    await expect.poll(async () => (await whatWasAsked(view)).messages).toContain('outbox/wake');
  }
  return whatWasAsked(view);
}

const arrive = async (person: Person, url: string) => {
  const page = await person.visit(url);
  const popup = await person.openPopup(page); // which lets Tack into the page
  await composerIn(popup).board.waitFor();
  await person.closeView(popup);
  const view = await person.openExtensionPage('options.html');
  await countWhatIsAsked(view);
  return { view, origin: `chrome-extension://${EXTENSION_ID}`, tab: await tabOf(view, page.url()) };
};

// What a view asks for as it opens is counted: each read is a wait on the way to what is shown, and each message may wake
// the worker. A time would be the machine's.
test(
  'the popup reads no key twice as it opens, and asks the worker four things',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const { view, origin, tab } = await arrive(person, pinterest.pages.recipe);

    const { reads, messages } = await openAgain(view, `${origin}/popup.html?tab=${tab}`, () =>
      view.locator('[role=option]').first().waitFor({ state: 'attached' }),
    );

    // Numbers or own links that were not read to their end are gone on with.
    const own = messages.filter((type) => type !== 'pinterest/read');
    expect(own.toSorted()).toEqual(['account/get', 'board/list', 'draft/open', 'outbox/wake']);
    expect(reads).toEqual([...new Set(reads)]);
    expect(reads.length).toBeLessThanOrEqual(17);
  },
);

test(
  'the side panel reads what its numbers need as it opens, and not every key there is',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const { view, origin } = await arrive(person, pinterest.pages.recipe);

    const { reads, messages } = await openAgain(view, `${origin}/sidepanel.html`, () =>
      view.getByRole('tabpanel').getByRole('heading').first().waitFor(),
    );

    expect(messages.filter((type) => type === 'account/get')).toHaveLength(1);
    expect(reads.length).toBeLessThanOrEqual(30);
  },
);
