import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import { mayAsk, type MessageType } from './protocol';
import { createRate } from './rate';
import { receive, serve, type Handlers } from './receive';
import { shapes } from './shapes';

const ours = () => browser.runtime.getURL('/' as never).replace(/\/$/, '');
const popup = () => ({ id: browser.runtime.id, origin: ours(), url: `${ours()}/popup.html` });
const webPage = () => ({
  id: browser.runtime.id,
  origin: 'https://shop.example',
  url: 'https://shop.example/',
});

function handlers() {
  const answer = vi.fn(async () => null);
  return { answer, all: { 'draft/discard': answer, 'toast/undo': answer } as unknown as Handlers };
}

/** Serves, and gives what the browser would call. */
function served(all: Handlers, told?: Parameters<typeof serve>[1]) {
  const listeners: ((message: unknown, sender: unknown) => unknown)[] = [];
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) =>
    listeners.push(listener as never),
  );
  const answered = serve(all, told);
  return { answered, hear: (message: unknown, sender: unknown) => listeners[0]?.(message, sender) };
}

/** An object in an object, and so on. */
function nested(levels: number): object {
  let value: object = {};
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}

describe('receive', () => {
  // S02
  it.each([
    ['a view', 'draft/discard', popup, true],
    ['a view in a tab', 'draft/discard', () => ({ ...popup(), tab: { id: 3 } as never }), true],
    ['a web page’s script', 'draft/discard', webPage, false],
    ['a sandboxed frame', 'draft/discard', () => ({ ...webPage(), origin: 'null' }), false],
    ['a sender without an origin', 'draft/discard', () => ({ id: browser.runtime.id }), false],
    [
      'an address of ours without an origin',
      'draft/discard',
      () => ({ id: browser.runtime.id, url: popup().url }),
      false,
    ],
    ['another extension', 'draft/discard', () => ({ ...popup(), id: 'other' }), false],
    ['a web page’s script', 'toast/undo', webPage, true],
    ['a view', 'toast/undo', popup, false],
  ])('lets %s ask %s: %#', async (_, type, sender, allowed) => {
    const { answer, all } = handlers();

    const ask = type === 'toast/undo' ? { nonce: 'n' } : { draftId: 'd' };
    const wire = await receive(all, { type, ask }, sender());

    expect(answer).toHaveBeenCalledTimes(allowed ? 1 : 0);
    expect(wire).toEqual(
      allowed
        ? { ok: true, value: null }
        : { ok: false, error: { code: 'message/refused', data: { type } } },
    );
  });

  it.each([null, 'text', {}, { type: 'unknown/type' }, { type: 'constructor' }, { type: 7 }])(
    'leaves %j to other listeners',
    (message) => {
      expect(receive(handlers().all, message, popup())).toBeUndefined();
    },
  );

  it('gives an error with its facts, and no more', async () => {
    const failing = {
      'draft/discard': () => Promise.reject(new AppError('api/rate-limited', { retryAfterMs: 7 })),
    };

    const ask = { draftId: 'd' };
    const wire = await receive(failing as never, { type: 'draft/discard', ask }, popup());

    expect(wire).toEqual({
      ok: false,
      error: { code: 'api/rate-limited', data: { retryAfterMs: 7 } },
    });
  });

  // S02
  it('lets pages ask six things, and views none of those', () => {
    const types = Object.keys(shapes) as MessageType[];
    const forPages = types.filter((type) => mayAsk('content', type));

    expect(forPages.toSorted()).toEqual([
      'hover/pin',
      'region/end',
      'region/take',
      'toast/board',
      'toast/state',
      'toast/undo',
    ]);
    expect(types.filter((type) => mayAsk('view', type) === mayAsk('content', type))).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'd'],
    ['a field of another kind', { draftId: 7 }],
    ['a field too many', { draftId: 'd', more: 'x' }],
    ['a field too few', {}],
    ['a text that is too long', { draftId: 'd'.repeat(301) }],
  ])('hears no %s', async (_, ask) => {
    const { answer, all } = handlers();

    const wire = await receive(all, { type: 'draft/discard', ask }, popup());

    expect(wire).toMatchObject({ ok: false, error: { code: 'message/refused' } });
    expect(answer).not.toHaveBeenCalled();
  });

  // S02
  it.each([-1, Number.NaN, '9'])('hears of no part of a screen that is %s wide', (width) => {
    const rect = { left: -4, top: 0, width: 9, height: 9 };
    const place = { rect, view: { width: 9, height: 9 } };
    const takes = (other: object) =>
      shapes['region/take']({ nonce: 'n', place: { ...place, ...other } });

    expect(takes({})).toBe(true);
    expect(takes({ rect: { ...rect, width } })).toBe(false);
    expect(takes({ view: { width, height: 9 } })).toBe(false);
  });

  // S04
  it('hears a page that asks without end no more than a few times a second, and views all the while', async () => {
    const { answer, all } = handlers();
    const rate = createRate();
    const page = { ...webPage(), tab: { id: 3 } as never };
    const ask = { type: 'toast/undo', ask: { nonce: 'n' } };

    for (let count = 0; count < 10_000; count += 1) await receive(all, ask, page, rate);
    expect(answer.mock.calls.length).toBeLessThan(200);

    const before = answer.mock.calls.length;
    await receive(all, ask, { ...page, tab: { id: 4 } as never }, rate); // another tab
    await receive(all, { type: 'draft/discard', ask: { draftId: 'd' } }, popup(), rate);
    expect(answer.mock.calls.length).toBe(before + 2);
  });

  // S04
  it.each([
    ['sixty-four megabytes of text', { nonce: 'n'.repeat(64 * 1024 * 1024) }],
    ['a list of a million', { nonce: Array.from({ length: 1_000_000 }, () => 'n') }],
    ['fifty thousand levels', { nonce: nested(50_000) }],
    ['fifty thousand levels beside what is asked for', { nonce: 'n', more: nested(50_000) }],
  ])('hears nothing that has %s, and the next one all the same', async (_, ask) => {
    const { answer, all } = handlers();

    const wire = await receive(all, { type: 'toast/undo', ask }, webPage());

    expect(wire).toMatchObject({ ok: false, error: { code: 'message/refused' } });
    expect(JSON.stringify(wire).length).toBeLessThan(200);
    expect(answer).not.toHaveBeenCalled();
    const right = { type: 'toast/undo', ask: { nonce: 'n' } };
    expect(await receive(all, right, webPage())).toMatchObject({ ok: true });
  });

  it('tells of what a page was refused to nobody: a page could fill the list of errors', async () => {
    const told = vi.fn();
    const { hear } = served(handlers().all, told);

    const ask = { type: 'draft/discard', ask: { draftId: 7 } };
    await hear(ask, webPage());
    expect(told).not.toHaveBeenCalled();
    await hear(ask, popup());
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('says when all that was asked is answered, an error as well as a value', async () => {
    const { promise, reject } = Promise.withResolvers<null>();
    const all = { ...handlers().all, 'draft/discard': () => promise } as unknown as Handlers;
    const { hear, answered } = served(all);
    await answered();
    const order: string[] = [];
    void hear({ type: 'draft/discard', ask: { draftId: 'd' } }, popup());
    const done = answered().then(() => order.push('answered'));
    await hear({ type: 'toast/undo', ask: { nonce: 'n' } }, webPage());
    order.push('another');
    reject(new AppError('draft/gone', undefined));
    await done;
    expect(order).toEqual(['another', 'answered']);
  });
});
