import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { askAhead, takeAhead } from './ahead';
import { defineItem } from './item';

const soup = defineItem<string>('session:soup', { fallback: 'none' });

/** What a view's first script asked for, of a key that has a value. */
async function asked(value = 'tomato') {
  await browser.storage.session.set({ soup: value });
  askAhead('session', ['soup', 'bread']);
  return vi.spyOn(browser.storage.session, 'get');
}

describe('what is read ahead of a view', () => {
  beforeEach(async () => {
    vi.restoreAllMocks();
    vi.stubGlobal('browser', browser); // as it is there for a page of the extension
    await browser.storage.session.clear();
  });

  it('is given without another reading, and once', async () => {
    const reads = await asked();

    expect(await soup.getValue()).toBe('tomato');
    expect(reads).not.toHaveBeenCalled();
    await soup.getValue();
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('has the fallback of a key that has no value', async () => {
    await asked();
    const bread = defineItem<number>('session:bread', { fallback: 3 });

    expect(await bread.getValue()).toBe(3);
  });

  it('is not given once another view has written the key anew', async () => {
    await asked();
    await browser.storage.session.set({ soup: 'leek' });

    expect(await soup.getValue()).toBe('leek');
  });

  it('is not given once the view itself has written the key, nor where it does so meanwhile', async () => {
    await asked();
    await soup.setValue('leek');
    expect(await soup.getValue()).toBe('leek');

    await asked();
    const taken = takeAhead('session:soup');
    void soup.removeValue();
    expect(await taken).toBe(null);
  });

  it('is read again where it could not be read', async () => {
    await browser.storage.session.set({ soup: 'tomato' });
    vi.spyOn(browser.storage.session, 'get').mockRejectedValueOnce(new Error('not now'));
    askAhead('session', ['soup']);

    expect(await soup.getValue()).toBe('tomato');
  });
});
