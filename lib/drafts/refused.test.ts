import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { isClosed, whyRefused } from './refused';

afterEach(() => vi.restoreAllMocks());

const missing = new Error('Missing host permission for the tab');

/** A tab whose address is seen or not, with or without the permission to see all of them. */
function tabOf(url: string | undefined, knowsAll = false) {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ url } as never);
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(knowsAll as never);
}

describe('isClosed', () => {
  it.each([
    'about:support',
    'view-source:https://kitchen.example/',
    'chrome://version',
    'moz-extension://11111111-2222-4333-8444-555555555555/options.html',
    'https://addons.mozilla.org/de/firefox/',
    'nonsense',
  ])('is true for %s', (url) => expect(isClosed(url)).toBe(true));

  it.each(['https://kitchen.example/', 'http://mozilla.org/', 'file:///home/pins.html'])(
    'is false for %s',
    (url) => expect(isClosed(url)).toBe(false),
  );
});

describe('whyRefused', () => {
  it('is the browser’s own no where it says so', async () => {
    tabOf(undefined);
    const why = await whyRefused(1, new Error('The extensions gallery cannot be scripted.'));
    expect(why).toBe('page/restricted');
  });

  it('is that the person has not asked where the address is not seen', async () => {
    tabOf(undefined);
    expect(await whyRefused(1, missing)).toBe('page/not-asked');
  });

  it('is the browser’s no where the person has asked, and it still lets nobody in', async () => {
    tabOf('view-source:https://kitchen.example/');
    expect(await whyRefused(1, missing)).toBe('page/restricted');
  });

  it('goes by the address where every tab’s is seen', async () => {
    tabOf('https://kitchen.example/', true);
    expect(await whyRefused(1, missing)).toBe('page/not-asked');
    tabOf('https://addons.mozilla.org/', true);
    expect(await whyRefused(1, missing)).toBe('page/restricted');
  });

  it('is that the person has not asked where the tab is gone', async () => {
    tabOf(undefined);
    vi.spyOn(browser.tabs, 'get').mockRejectedValue(new Error('No tab'));
    expect(await whyRefused(1, missing)).toBe('page/not-asked');
  });
});
