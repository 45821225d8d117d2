// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Loaded before the test begins: what is loaded within one finds no browser.
import '../../entrypoints/background/account-handlers';
import '../../entrypoints/background/board-handlers';
import '../../entrypoints/background/draft-handlers';
import '../../entrypoints/background/grab-handlers';
import { handlers } from '../../entrypoints/background/handlers';
import '../../entrypoints/background/job-handlers';
import '../../entrypoints/background/site-handlers';
import { mayAsk, type MessageType } from '../../lib/messages/protocol';
import { receive } from '../../lib/messages/receive';
import { shapes } from '../../lib/messages/shapes';
import { keptDraft, signedIn } from '../../lib/outbox/testing';
import { anyValue, fuzz, fuzzTimeoutMs, type Random } from './fuzz';

const types = Object.keys(shapes) as MessageType[];
const forPages = types.filter((type) => mayAsk('content', type));
const words = [
  ...types,
  'type',
  'ask',
  'nonce',
  'draftId',
  'jobId',
  'tabId',
  'url',
  'edit',
  'place',
  'rect',
  'view',
];

/** What is nearly right for each message that a page may send, so that most of it reaches the handlers. */
function nearly(type: MessageType, random: Random): unknown {
  const nonce = random.pick(['', 'x', '__proto__', crypto.randomUUID()]);
  const size = { width: random.below(9), height: random.below(9) };
  if (type === 'hover/pin') return {};
  if (type === 'region/take')
    return { nonce, place: { rect: { left: 0, top: 0, ...size }, view: size } };
  return { nonce };
}

function anyMessage(random: Random): unknown {
  const kind = random.below(4);
  if (kind === 0) return anyValue(random, words);
  const type = random.pick(kind === 1 ? forPages : types);
  return { type, ask: kind === 1 ? nearly(type, random) : anyValue(random, words) };
}

/** Where a script in a page sends from, as browsers tell it. */
const anyPage = (random: Random) => ({
  id: browser.runtime.id,
  origin: random.pick(['https://shop.example', 'null', undefined, 'chrome-extension://other']),
  url: random.pick(['https://shop.example/', 'about:srcdoc', '', undefined]),
  frameId: random.below(3),
  documentId: random.pick(['D1', 'D2', undefined]),
  tab: random.pick([
    undefined,
    { id: random.below(5), active: true, url: 'https://shop.example/' },
  ]),
});

/** Whether a view is still answered. */
async function isAlive(): Promise<boolean> {
  const origin = browser.runtime.getURL('/' as never).replace(/\/$/, '');
  const ask = { type: 'job/clear', ask: {} };
  return (await receive(handlers, ask, { id: browser.runtime.id, origin }))?.ok === true;
}

/** All rows of a database, by store and key. */
async function rowsOf(name: string): Promise<[string, unknown][]> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const asked = indexedDB.open(name);
  asked.addEventListener('success', () => resolve(asked.result));
  asked.addEventListener('error', () => reject(asked.error ?? new Error(name)));
  const database = await promise;
  const rows = await Promise.all(
    [...database.objectStoreNames].map(async (store) => {
      const all = database.transaction(store).objectStore(store).getAll();
      await new Promise((done) => all.addEventListener('success', done));
      return [`${name}/${store}`, all.result] as [string, unknown];
    }),
  );
  database.close();
  return rows;
}

/** Everything that Tack keeps: settings, memory, and each row of its databases. */
async function kept() {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name).toSorted();
  const rows = (await Promise.all(names.map(rowsOf))).flat();
  return {
    local: await browser.storage.local.get(),
    session: await browser.storage.session.get(),
    rows: Object.fromEntries(rows.filter(([, all]) => (all as unknown[]).length > 0)),
  };
}

// S01
it(
  'a page’s script asks a hundred thousand things, and nothing comes of any',
  async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const acts = [
      vi.spyOn(browser.tabs, 'create'),
      vi.spyOn(browser.windows, 'create'),
      vi.spyOn(browser.scripting, 'executeScript'),
      vi.fn<() => Promise<void>>(),
    ] as const;
    Object.assign(fakeBrowser.action, { openPopup: acts[3] });
    await signedIn('1');
    await keptDraft('https://kitchen.example/a.jpg');
    await expect(isAlive()).resolves.toBe(true);
    const before = await kept();
    expect(Object.keys(before.rows).toSorted()).toEqual(['tack-drafts/rows', 'tack-vault/rows']);

    let answered = 0;
    // Without the limit on how much a page may ask, which has its own test: all of it is to reach the handlers.
    await fuzz(100_000, async (random) => {
      const wire = await receive(handlers, anyMessage(random), anyPage(random) as never);
      if (wire?.ok) answered += Number(wire.value !== null);
      else expect(Object.keys(wire ?? {}).every((key) => ['ok', 'error'].includes(key))).toBe(true);
    });

    expect(answered).toBe(0);
    expect(fetched).not.toHaveBeenCalled();
    for (const act of acts) expect(act).not.toHaveBeenCalled();
    const after = await kept();
    // The end of a chooser that never was writes the list of none.
    const { regions = {} } = after.session as { regions?: object };
    if (Object.keys(regions).length === 0) delete after.session['regions'];
    expect(after).toEqual(before);

    await expect(isAlive()).resolves.toBe(true);
  },
  fuzzTimeoutMs,
);
