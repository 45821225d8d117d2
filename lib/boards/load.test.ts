// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import { boardWalk } from '../storage/items';
import { isWalkOpen, loadBoards } from './load';
import { createBoard } from './make';
import { readIndex } from './packed';

/** A Pinterest with boards, whose pages can be broken off; it notes the bookmarks that it was asked for. */
function pinterest(count: number, onPage: (page: number) => unknown = () => undefined) {
  const asked: (string | null)[] = [];
  const call = async (id: string, input: { bookmark?: string; name?: string }) => {
    if (id === 'boards/create') return { id: 'new', name: input.name };
    const page = Number(input.bookmark ?? 0);
    asked.push(input.bookmark ?? null);
    await onPage(page);
    const rest = count - page * 250;
    const items = Array.from({ length: Math.min(250, rest) }, (_, index) => ({
      id: `${page * 250 + index}`,
      name: `Board ${page * 250 + index}`,
    }));
    return { items, bookmark: rest > 250 ? `${page + 1}` : null };
  };
  return { asked, client: { call } as unknown as PinterestClient };
}

const shownNow = async () => {
  const index = await readIndex();
  return index && { count: index.boards.length, complete: index.complete };
};

beforeEach(() => fakeBrowser.reset());

describe('loadBoards', () => {
  it('follows ten thousand boards to the last bookmark, and shows the first page after one answer', async () => {
    const seen: unknown[] = [];
    const { client, asked } = pinterest(10_000, async (page) => {
      if (page === 1) seen.push(await shownNow());
    });

    await loadBoards(client, 'me');

    expect(seen).toEqual([{ count: 250, complete: false }]);
    expect(asked).toHaveLength(40);
    expect(await shownNow()).toEqual({ count: 10_000, complete: true });
    expect(await isWalkOpen()).toBe(false);
  });

  it('reads all boards where the session has no room for the way to them', async () => {
    vi.spyOn(boardWalk, 'setValue').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));

    await loadBoards(pinterest(2000).client, 'me');

    expect(await shownNow()).toEqual({ count: 2000, complete: true });
    expect(await isWalkOpen()).toBe(false);
  });

  it('goes on at the bookmark where a stopped worker left it', async () => {
    const stopped = pinterest(2000, (page) => {
      if (page === 3) throw new Error('stopped');
    });
    await expect(loadBoards(stopped.client, 'me')).rejects.toThrow('stopped');
    expect(await isWalkOpen()).toBe(true);

    const { client, asked } = pinterest(2000);
    await loadBoards(client, 'me');

    expect(asked[0]).toBe('3');
    expect(await shownNow()).toEqual({ count: 2000, complete: true });
    const ids = new Set((await readIndex())?.boards.map(({ id }) => id));
    expect(ids.size).toBe(2000);
  });

  it('waits out what passes by itself in the middle, and reads all', async () => {
    vi.useFakeTimers();
    let refused = 0;
    const { client, asked } = pinterest(2000, (page) => {
      if (page !== 3 || refused === 2) return;
      refused += 1;
      throw refused === 1
        ? new AppError('api/rate-limited', { retryAfterMs: 40_000 })
        : new AppError('network/timeout', undefined);
    });

    const loaded = loadBoards(client, 'me');
    await vi.advanceTimersByTimeAsync(39_000);
    expect(await shownNow()).toMatchObject({ complete: false });
    await vi.advanceTimersByTimeAsync(7000);
    await loaded;
    vi.useRealTimers();

    expect(asked.filter((bookmark) => bookmark === '3')).toHaveLength(3);
    expect(await shownNow()).toEqual({ count: 2000, complete: true });
  });

  it('says at once what keeps it from the first page, and goes on later where one in the middle is refused for long', async () => {
    const offline = pinterest(600, () => {
      throw new AppError('network/unreachable', undefined);
    });
    await expect(loadBoards(offline.client, 'me')).rejects.toMatchObject({
      code: 'network/unreachable',
    });
    expect(offline.asked).toEqual([null]);

    const limited = pinterest(600, (page) => {
      if (page === 1) throw new AppError('api/rate-limited', { retryAfterMs: 3_600_000 });
    });
    await expect(loadBoards(limited.client, 'me')).rejects.toMatchObject({
      code: 'api/rate-limited',
    });
    await expect(loadBoards(limited.client, 'me')).rejects.toMatchObject({
      code: 'api/rate-limited',
    });
    expect(limited.asked).toEqual([null, '1', '1']); // where it was left, not from the beginning

    await loadBoards(pinterest(600).client, 'me');
    expect(await shownNow()).toEqual({ count: 600, complete: true });
  });

  it('begins anew where the bookmark is not known any more, or is another account’s', async () => {
    await boardWalk.setValue({ accountId: 'me', rows: '', bookmark: '2', beganAt: Date.now() });
    let isFirst = true;
    const { client, asked } = pinterest(600, () => {
      if (isFirst) {
        isFirst = false;
        throw new Error('no such bookmark');
      }
    });
    await loadBoards(client, 'me');
    expect(asked).toEqual(['2', null, '1', '2']);

    await boardWalk.setValue({ accountId: 'me', rows: '', bookmark: '2', beganAt: Date.now() });
    const other = pinterest(10);
    await loadBoards(other.client, 'she');
    expect(other.asked).toEqual([null]);
  });

  it('refreshes behind what is shown, and asks nobody while that is fresh', async () => {
    await loadBoards(pinterest(600).client, 'me');
    const quiet = pinterest(600);
    await loadBoards(quiet.client, 'me');
    expect(quiet.asked).toEqual([]);

    vi.setSystemTime(Date.now() + 6 * 60_000);
    const seen: unknown[] = [];
    const { client } = pinterest(900, async () => seen.push(await shownNow()));
    await loadBoards(client, 'me');
    vi.useRealTimers();

    expect(seen).toHaveLength(4);
    for (const each of seen) expect(each).toEqual({ count: 600, complete: true });
    expect(await shownNow()).toEqual({ count: 900, complete: true });
  });

  it('keeps a board that was made while the pages were read', async () => {
    const { client } = pinterest(600, async (page) => {
      if (page === 2) await createBoard(client, 'Just made', 'PUBLIC');
    });

    await loadBoards(client, 'me');

    expect((await readIndex())?.boards[0]).toMatchObject({
      id: 'new',
      name: 'Just made',
    });
    expect(await shownNow()).toEqual({ count: 601, complete: true });
  });

  it('leaves what was shown where reading fails', async () => {
    await loadBoards(pinterest(3).client, 'me');
    const { client } = pinterest(3, () => {
      throw new Error('offline');
    });

    await expect(loadBoards(client, 'me', { refresh: true })).rejects.toThrow('offline');

    expect(await shownNow()).toEqual({ count: 3, complete: true });
  });
});
