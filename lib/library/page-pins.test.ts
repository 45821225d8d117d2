// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import history1 from '../../test/golden/tack-history-1.json';
import type { Send } from '../messages/create-send';
import { addHistory } from '../outbox/history';
import { pageHashes } from '../outbox/page-hashes';
import { ownLinks } from '../storage/late-items';
import { linkKey } from './link-key';
import { MOST_PINS, pinsOfPage, walkOwnLinks } from './page-pins';

/** Pinterest's list of own pins, one link each, three a page. */
function listOf(links: (string | null)[]) {
  const asked: object[] = [];
  const ask = async (_: string, { input }: { input: { bookmark?: string } }) => {
    asked.push(input);
    const start = Number(input.bookmark ?? 0);
    const end = start + 3;
    const items = links.slice(start, end).map((link, index) => ({
      id: `${start + index + 1}`,
      board_id: '7',
      link,
    }));
    return { items, bookmark: end < links.length ? `${end}` : null };
  };
  return { asked, ask: ask as unknown as Send };
}

describe('pins that link to the page', () => {
  it('are found by the cleaned link, and walked to once in a session', async () => {
    const { ask, asked } = listOf([
      'https://www.kitchen.example/cake/?utm_source=pinterest',
      null,
      'no address',
      'http://kitchen.example/cake#recipe',
      'https://kitchen.example/soup',
    ]);
    await walkOwnLinks(ask, 'a');
    const links = await walkOwnLinks(ask, 'a');

    expect(asked).toHaveLength(2);
    expect(links).toMatchObject({ complete: true, count: 5 });
    expect(
      await pinsOfPage(links, ['https://kitchen.example/cake?fbclid=1', 'about:blank']),
    ).toEqual([
      { pinId: '1', boardId: '7' },
      { pinId: '4', boardId: '7' },
    ]);
    expect(await pinsOfPage(links, ['https://kitchen.example/'])).toEqual([]);
  });

  it('are walked on to where the last opening ended, and anew for another account', async () => {
    const { ask, asked } = listOf(Array.from({ length: 30 }, (_, at) => `https://a.example/${at}`));

    expect(await walkOwnLinks(ask, 'a')).toMatchObject({ complete: false, count: 24 });
    expect(await walkOwnLinks(ask, 'a')).toMatchObject({ complete: true, count: 30 });
    expect(asked).toHaveLength(10);
    expect(await walkOwnLinks(ask, 'b')).toMatchObject({ accountId: 'b', count: 24 });
  });

  it('are known as the newest where there are more than are kept', async () => {
    const { ask } = listOf(Array.from({ length: 9 }, () => null));
    const links = { accountId: 'f', bookmark: '3', complete: false, isCut: false, pins: {} };
    await ownLinks.setValue({ ...links, count: MOST_PINS - 3 });
    expect(await walkOwnLinks(ask, 'f')).toMatchObject({ complete: true, isCut: true });
    await ownLinks.setValue({ ...links, bookmark: '6', count: MOST_PINS - 3 });
    expect(await walkOwnLinks(ask, 'f')).toMatchObject({ complete: true, isCut: false });
  });

  it('are those, too, that Tack made of it after the walk', async () => {
    const { ask } = listOf([]);
    const [pageHash = ''] = await pageHashes('https://new.example/');
    await addHistory({ ...history1, version: 1, accountId: 'd', pageHash });
    const links = await walkOwnLinks(ask, 'd');

    const { pinId, boardId } = history1;
    expect(await pinsOfPage(links, ['https://new.example/', ''])).toEqual([{ pinId, boardId }]);
    expect(await pinsOfPage({ ...links, accountId: 'e' }, ['https://new.example/'])).toEqual([]);
  });

  it('are told apart by everything but tracking', () => {
    const keys = ['https://a.example/?p=1', 'https://a.example/?p=2', 'https://b.example/?p=1'];
    expect(new Set(keys.map(linkKey)).size).toBe(3);
    expect(linkKey('javascript:alert(1)')).toBeNull();
    const same = ['https://m.a.example/x/?b=2&a=1#y', 'http://www.a.example/x?a=1&b=2&utm_term=z'];
    expect(new Set(same.map(linkKey)).size).toBe(1);
  });
});
