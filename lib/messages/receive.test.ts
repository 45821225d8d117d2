import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import { receive, type Handlers } from './receive';

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

describe('receive', () => {
  it.each([
    ['a view', 'draft/discard', popup, true],
    ['a view in a tab', 'draft/discard', () => ({ ...popup(), tab: { id: 3 } as never }), true],
    ['a web page’s script', 'draft/discard', webPage, false],
    ['a sandboxed frame', 'draft/discard', () => ({ ...webPage(), origin: 'null' }), false],
    ['a sender without an origin', 'draft/discard', () => ({ id: browser.runtime.id }), false],
    ['another extension', 'draft/discard', () => ({ ...popup(), id: 'other' }), false],
    ['a web page’s script', 'toast/undo', webPage, true],
    ['a view', 'toast/undo', popup, false],
  ])('lets %s ask %s: %#', async (_, type, sender, allowed) => {
    const { answer, all } = handlers();

    const wire = await receive(all, { type, ask: {} }, sender());

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

    const wire = await receive(failing as never, { type: 'draft/discard', ask: {} }, popup());

    expect(wire).toEqual({
      ok: false,
      error: { code: 'api/rate-limited', data: { retryAfterMs: 7 } },
    });
  });
});
