import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { defineItem } from './item';

describe('a key of extension storage', () => {
  beforeEach(() => Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]));

  it('is not read before it is asked for', async () => {
    const reads = vi.spyOn(browser.storage.local, 'get');
    const item = defineItem<number>('local:count', { fallback: 0 });

    expect(reads).not.toHaveBeenCalled();
    await item.getValue();
    expect(reads.mock.calls).toEqual([['count']]);
    reads.mockRestore();
  });

  it('has its fallback until something is written, and again once that is removed', async () => {
    const item = defineItem<string[]>('session:of:three', { fallback: [] });

    expect(await item.getValue()).toEqual([]);
    await item.setValue(['a']);
    expect(await item.getValue()).toEqual(['a']);
    expect(await browser.storage.session.get()).toEqual({ 'of:three': ['a'] });
    await item.removeValue();
    expect(await item.getValue()).toEqual([]);
  });

  it('keeps what is no fallback, also where that is false or nothing', async () => {
    const isOn = defineItem<boolean>('local:isOn', { fallback: true });
    await isOn.setValue(false);
    expect(await isOn.getValue()).toBe(false);
  });

  it('tells what becomes of it, and of no other, until nobody listens', async () => {
    const item = defineItem<number>('local:count', { fallback: 7 });
    const seen: number[] = [];
    const stop = item.watch((value) => void seen.push(value));

    await defineItem<number>('local:other', { fallback: 0 }).setValue(1);
    await defineItem<number>('session:count', { fallback: 0 }).setValue(2);
    await item.setValue(3);
    await item.removeValue();
    stop();
    await item.setValue(4);

    expect(seen).toEqual([3, 7]);
  });
});
