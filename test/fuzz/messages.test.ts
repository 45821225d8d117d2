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
import { createRate } from '../../lib/messages/rate';
import { receive } from '../../lib/messages/receive';
import { shapes } from '../../lib/messages/shapes';
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

// S01
it(
  'a page’s script asks a hundred thousand things, and nothing comes of any',
  async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const acts = [
      vi.spyOn(browser.tabs, 'create'),
      vi.spyOn(browser.windows, 'create'),
      vi.fn<() => Promise<void>>(),
    ] as const;
    Object.assign(fakeBrowser.action, { openPopup: acts[2] });
    const kept = async () =>
      JSON.stringify([
        await browser.storage.local.get(),
        await browser.storage.session.get(),
        (await indexedDB.databases()).map(({ name }) => name),
      ]);
    await expect(isAlive()).resolves.toBe(true);
    const before = await kept();

    let answered = 0;
    const rate = process.env['FUZZ_MINUTES'] ? createRate() : undefined;
    await fuzz(100_000, async (random) => {
      const wire = await receive(handlers, anyMessage(random), anyPage(random) as never, rate);
      if (wire?.ok) answered += Number(wire.value !== null);
      else expect(Object.keys(wire ?? {}).every((key) => ['ok', 'error'].includes(key))).toBe(true);
    });

    expect(answered).toBe(0);
    expect(fetched).not.toHaveBeenCalled();
    for (const act of acts) expect(act).not.toHaveBeenCalled();
    const after = JSON.parse(await kept()) as [object, { regions?: object }, string[]];
    // The end of a chooser that never was writes the list of none.
    if (Object.keys(after[1].regions ?? {}).length === 0) delete after[1].regions;
    expect(JSON.stringify(after.slice(0, 2))).toBe(
      JSON.stringify((JSON.parse(before) as object[]).slice(0, 2)),
    );

    await expect(isAlive()).resolves.toBe(true);
  },
  fuzzTimeoutMs,
);
