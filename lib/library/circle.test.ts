import { describe, expect, it } from 'vitest';

import type { Send } from '../messages/create-send';
import { readCircle, type CirclePart } from './circle';

const where = { username: 'linda', siteUrl: 'https://www.pinterest.com', bookmark: null };

const answering = (reply: unknown) => {
  const asked: unknown[] = [];
  const ask = (async (_: string, message: unknown) => {
    asked.push(message);
    return reply;
  }) as unknown as Send;
  return { ask, asked };
};

describe('the circle around an account', () => {
  it.each<[CirclePart, unknown, object]>([
    [
      'followers',
      { items: [{ username: 'tom', type: 'user' }], bookmark: 'b' },
      { name: 'tom', url: 'https://www.pinterest.com/tom/', note: '' },
    ],
    [
      'boards',
      { items: [{ id: '1', name: 'Cakes', owner: { username: 'tom' } }] },
      { name: 'Cakes', url: null, note: 'tom' },
    ],
    [
      'interests',
      { items: [{ name: 'Bread', canonical_url: 'https://www.pinterest.com/ideas/bread/1/' }] },
      { name: 'Bread', url: 'https://www.pinterest.com/ideas/bread/1/' },
    ],
    ['businesses', [{ username: 'shop' }], { name: 'shop' }],
    [
      'websites',
      { items: [{ website: 'kitchen.example', status: 'success' }] },
      { name: 'kitchen.example', url: 'https://kitchen.example/', note: '' },
    ],
    [
      'websites',
      { items: [{ website: 'javascript:alert(1)' }] },
      { name: 'javascript:alert(1)', url: null },
    ],
  ])('has %s with what Pinterest says of them', async (part, reply, item) => {
    const { ask } = answering(reply);
    expect((await readCircle(ask, part, where)).items).toEqual([expect.objectContaining(item)]);
  });

  it('is read on from the bookmark, and ends where that leads in a circle', async () => {
    const { ask, asked } = answering({ items: [], bookmark: 'b' });
    expect(await readCircle(ask, 'interests', where)).toMatchObject({ bookmark: 'b' });
    const again = { ...where, bookmark: 'b' };
    expect(await readCircle(ask, 'interests', again)).toMatchObject({ bookmark: null });
    expect(asked.at(-1)).toMatchObject({
      input: { username: 'linda', bookmark: 'b', page_size: 250 },
    });
  });
});
