import {
  harmDone,
  hostilePages,
  hostilePictures,
  isDrawn,
  shown,
  unharmed,
} from '../both/hostile-pages.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { strings } from '../fixtures/hostile/strings.ts';
import { expect, test } from './fixtures.ts';
import { openTab } from './harness/open-view.ts';
import type { Person } from './harness/person.ts';
import type { Tab } from './harness/tab.ts';
import type { View } from './harness/view.ts';

// Each of these goes through several pages.
test.describe.configure({ timeout: 180_000 });

/** Opens a hostile page in a tab of its own, not waiting for what never ends. */
async function open({ firefox }: Person, url: string): Promise<Tab> {
  const tab = await openTab(firefox.bidi);
  await tab.show();
  const { context } = tab;
  await firefox.bidi.command('browsingContext.navigate', { context, url, wait: 'none' });
  const read = () => document.readyState !== 'loading' && location.href !== 'about:blank';
  // One that has no time says nothing of itself; it is tried as it is.
  const isThere = async () => (await tab.run(read, null).catch(() => false)) || undefined;
  await waitFor(isThere, { for: url, timeoutMs: 5000 }).catch(() => undefined);
  return tab;
}

/** What the popup comes to: the title in its field, or the words of why there is none. */
const answerOf = (view: View, url: string): Promise<string> =>
  waitFor(
    () =>
      view
        .run(() => {
          const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')];
          const title = fields.find(({ labels }) => labels?.[0]?.textContent?.trim() === 'Title');
          if (title) return { text: title.value };
          const text = document.querySelector('[role="alert"]')?.textContent?.trim();
          return text ? { text } : null;
        }, null)
        .catch(() => null)
        .then((found) => found ?? undefined),
    { for: `an answer over ${url}`, timeoutMs: 60_000 },
  ).then(({ text }) => text);

/** Closes the popup and the page; some pages do not let themselves be closed by asking. */
async function leave(person: Person, tab: Tab): Promise<void> {
  await person.window.tidy();
  await person.popupCloses();
  await tab.close();
}

async function visit(person: Person, url: string, says: RegExp): Promise<void> {
  const tab = await open(person, url);
  const popup = await person.openPopup();
  expect(await answerOf(popup, url), url).toMatch(says);
  expect(await popup.run(harmDone, null), url).toEqual(unharmed);
  await leave(person, tab);
}

for (const [group, pages] of hostilePages) {
  test(`in Firefox a page that ${group} is read, or it is said why not, and nothing of it runs`, async ({
    person,
    pinterest,
  }) => {
    for (const [name, says] of Object.entries(pages))
      await visit(person, `${pinterest.pages.hostile}/page/${name}`, says);
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
  });
}

// H08, H11
test('pictures that are none, or have no end, are refused in Firefox with the reason', async ({
  person,
  pinterest,
}) => {
  for (const [name, says] of Object.entries(hostilePictures)) {
    const tab = await open(person, `${pinterest.pages.hostile}/page/${name}`);
    const popup = await person.openPopup();
    await popup.see({ role: 'textbox', name: 'Title' }, 60_000);
    if (says) await expect.poll(() => popup.text(), { timeout: 60_000 }).toMatch(says);
    else await expect.poll(() => popup.run(isDrawn, null), name).toBe(true);
    expect(await popup.run(harmDone, null), name).toEqual(unharmed);
    await leave(person, tab);
  }
});

// H01
test('texts that would be something else are shown in Firefox as they are written', async ({
  connected: person,
  pinterest,
}) => {
  for (const at of [0, 3, 5, 31, 35, 39]) {
    await person.visit(`${pinterest.pages.hostile}/strings/${at}`);
    const view = await person.openPopup();
    const title = async () => (await view.see({ role: 'textbox', name: 'Title' })).value;
    await expect.poll(title).toBe(shown(strings[at] ?? ''));
    expect(await view.run(harmDone, null)).toEqual(unharmed);
    await person.window.tidy();
    await person.popupCloses();
  }
});
