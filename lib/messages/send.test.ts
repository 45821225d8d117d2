import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { send } from './send';

/** A background that answers `misses` questions with nothing, as one does that is stopped meanwhile. */
function background(misses: number, miss: () => Promise<unknown> = async () => undefined) {
  const ask = vi.fn(async () =>
    ask.mock.calls.length <= misses ? miss() : { ok: true, value: null },
  );
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(ask);
  return ask;
}

const nobody = () => Promise.reject(new Error('Could not establish connection.'));

describe('send', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 100 }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('asks again where the background was stopped before it answered', async () => {
    const ask = background(2);

    await expect(send('draft/publish', { draftId: '7', lane: 'create' })).resolves.toBeNull();

    expect(ask.mock.calls).toEqual(
      Array.from({ length: 3 }, () => [
        { type: 'draft/publish', ask: { draftId: '7', lane: 'create' } },
      ]),
    );
  });

  it('asks again where nobody was there to hear', async () => {
    background(1, nobody);

    await expect(send('outbox/wake', {})).resolves.toBeNull();
  });

  // U03
  it('gives up after a few tries, and says that nobody answered', async () => {
    const ask = background(99, nobody);

    await expect(send('outbox/wake', {})).rejects.toMatchObject({ code: 'message/no-receiver' });

    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('makes no second board where the answer to the first was lost', async () => {
    const ask = background(1);

    await expect(send('board/create', { name: 'Barns', privacy: 'PUBLIC' })).rejects.toMatchObject({
      code: 'message/no-receiver',
    });

    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('does not repeat what the background refused', async () => {
    const ask = background(99, async () => ({ ok: false, error: { code: 'draft/gone' } }));

    await expect(send('draft/publish', { draftId: '7', lane: 'create' })).rejects.toMatchObject({
      code: 'draft/gone',
    });

    expect(ask).toHaveBeenCalledTimes(1);
  });
});
