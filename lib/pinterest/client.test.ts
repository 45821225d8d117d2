// @vitest-environment node
import { describe, expect, expectTypeOf, it } from 'vitest';

import { AppError } from '../errors';
import { createClient } from './client';
import type { Input, Output } from './endpoints';
import type { Board, Page } from './types';

const clientAnswering = (...responses: (Response | Error)[]) => clientOf({}, responses);

function clientOf(deps: { isSandbox?: boolean }, responses: (Response | Error)[]) {
  const requests: Request[] = [];
  const paused = new Map<string, number>();
  const client = createClient({
    ...deps,
    apiUrl: 'https://api.pinterest.com/v5',
    accessToken: async () => 'first',
    renewToken: async () => 'second',
    isOnline: () => true,
    fetch: async (input) => {
      requests.push(input as Request);
      const response = responses.shift();
      if (!response || response instanceof Error) throw response ?? new Error('no more answers');
      return response;
    },
    lanes: {
      pausedUntil: async (category) => paused.get(category) ?? 0,
      pause: async (category, until) => void paused.set(category, until),
    },
  });
  return { client, requests };
}

const refused = (status: number, code: number, message = '') =>
  Response.json({ code, message }, { status });
const pin = {
  board_id: '1',
  media_source: { source_type: 'image_url', url: 'https://a.example/b.jpg' },
} as const;
const period = { start_date: '2026-01-01', end_date: '2026-01-30' };

describe('createClient', () => {
  it('says that Pinterest’s hosts are not granted, and not that a pin may have been made', async () => {
    const { client } = clientAnswering(new AppError('network/not-allowed', undefined));
    await expect(client.call('pins/create', pin)).rejects.toMatchObject({
      code: 'network/not-allowed',
    });
  });

  it('fills the path, joins lists by commas and sends the rest of a read as query', async () => {
    const { client, requests } = clientAnswering(Response.json({}));

    await client.call('pins/analytics', {
      pin_id: '12',
      metric_types: ['SAVE', 'IMPRESSION'],
      ...period,
    });

    const url = new URL(requests[0]!.url);
    expect(url.pathname).toBe('/v5/pins/12/analytics');
    expect(url.searchParams.get('metric_types')).toBe('SAVE,IMPRESSION');
    expect(requests[0]!.headers.get('authorization')).toBe('Bearer first');
  });

  it('sends the ids of several pins one by one, as the description wants them', async () => {
    const { client, requests } = clientAnswering(Response.json({}));

    await client.call('multi_pins/analytics', {
      pin_ids: ['1', '2'],
      metric_types: ['SAVE'],
      ...period,
    });

    expect(new URL(requests[0]!.url).searchParams.getAll('pin_ids')).toEqual(['1', '2']);
  });

  // N03
  it('asks once more with another token when one is refused', async () => {
    const { client, requests } = clientAnswering(refused(401, 2), Response.json({ id: '5' }));

    expect(await client.call('pins/create', pin)).toEqual({ id: '5' });

    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  // N07, N10, N13
  it.each([
    ['the connection drops', new TypeError('Failed to fetch')],
    ['the server fails', refused(500, 0)],
    ['a gateway gives up', refused(504, 0)],
    ['another call has the board', refused(409, 409)],
    ['a web page comes back', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    [
      'the reply is cut',
      new Response('{"id":"5', { headers: { 'content-type': 'application/json' } }),
    ],
  ])('says that the outcome of a write is unknown where %s', async (_, response) => {
    const { client } = clientAnswering(response);

    await expect(client.call('pins/create', pin)).rejects.toMatchObject({
      code: 'api/outcome-unknown',
    });
  });

  it.each([
    [
      '401 code 3',
      refused(401, 3, 'Missing: pins:write'),
      { code: 'auth/missing-scope', data: { scopes: ['pins:write'] } },
    ],
    [
      'a beta',
      refused(401, 3, 'Your application does not have access to this restricted feature.'),
      { code: 'api/restricted-feature' },
    ],
    [
      'trial access',
      refused(403, 29, 'Apps with Trial access may not create Pins in production'),
      { code: 'api/trial-access' },
    ],
    [
      'a spam block',
      refused(429, 0, 'We block Pins we think are spam'),
      { code: 'api/spam-block' },
    ],
    [
      'a missing board',
      refused(404, 40, 'Board not found.'),
      { code: 'api/not-found', data: { kind: 'board' } },
    ],
    [
      'a board that others are changing',
      refused(409, 409, 'Could not get exclusive access to update the board.'),
      { code: 'api/conflict' },
    ],
    ['an unread image', refused(403, 235, 'Sorry, image is broken'), { code: 'api/image-refused' }],
    [
      'anything else',
      refused(418, 99, 'Short and stout, pina_secret'),
      {
        code: 'api/rejected',
        data: { status: 418, apiCode: 99, message: 'Short and stout, pin…' },
      },
    ],
  ])('names %s', async (_, response, error) => {
    const { client } = clientAnswering(response);

    await expect(client.call('pins/create', pin)).rejects.toMatchObject(error);
  });

  // N11
  it.each([
    ['pins/create', pin, 'api/outcome-unknown'],
    ['boards/get', { board_id: '1' }, 'network/timeout'],
  ] as const)('gives %s up at its time where the answer trickles', async (id, input, code) => {
    const endless = (signal: AbortSignal) =>
      new ReadableStream({
        start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
      });
    const client = createClient({
      apiUrl: 'https://api.pinterest.com/v5',
      accessToken: async () => 'first',
      renewToken: async () => 'second',
      isOnline: () => true,
      fetch: async (_, options) =>
        new Response(endless(options!.signal!), {
          headers: { 'content-type': 'application/json' },
        }),
      lanes: { pausedUntil: async () => 0, pause: async () => undefined },
    });

    await expect(client.call(id, input as never, { timeoutMs: 30 })).rejects.toMatchObject({
      code,
    });
  });

  it('asks the sandbox for nothing that it does not have', async () => {
    const { client, requests } = clientOf({ isSandbox: true }, []);

    await expect(client.call('search_user_pins/list', { query: 'a' })).rejects.toMatchObject({
      code: 'api/not-in-sandbox',
    });

    expect(requests).toEqual([]);
  });

  it('stops writing after a spam block, and goes on reading', async () => {
    const { client, requests } = clientAnswering(
      refused(429, 0, 'We block Pins we think are spam'),
      Response.json({ items: [], bookmark: null }),
    );
    await expect(client.call('pins/create', pin)).rejects.toMatchObject({ code: 'api/spam-block' });

    await expect(client.call('pins/create', pin)).rejects.toMatchObject({
      code: 'api/rate-limited',
    });
    await client.call('boards/list', {});

    expect(requests).toHaveLength(2);
  });

  it('waits until a time that Pinterest names by its own clock, whatever this computer’s says', async () => {
    const headers = {
      date: 'Wed, 25 Nov 2015 12:00:00 GMT',
      'retry-after': 'Wed, 25 Nov 2015 12:00:42 GMT',
    };
    const { client } = clientAnswering(new Response(null, { status: 429, headers }));

    await expect(client.call('user_account/get', {})).rejects.toMatchObject({
      data: { retryAfterMs: 42_000 },
    });
  });

  // N09
  it('pauses a whole category after 429 and sends nothing meanwhile', async () => {
    const limited = new Response(null, { status: 429, headers: { 'retry-after': '7' } });
    const { client, requests } = clientAnswering(limited);

    await expect(client.call('boards/list', {})).rejects.toMatchObject({
      data: { retryAfterMs: 7000 },
    });
    await expect(client.call('user_account/get', {})).rejects.toMatchObject({
      code: 'api/rate-limited',
    });

    expect(requests).toHaveLength(1);
  });

  it('follows bookmarks to the last page', async () => {
    const { client, requests } = clientAnswering(
      Response.json({ items: [{ id: '1', name: 'A' }], bookmark: 'next' }),
      Response.json({ items: [{ id: '2', name: 'B' }], bookmark: null }),
    );

    const boards: Board[] = [];
    for await (const page of client.pages('boards/list', {})) boards.push(...page);

    expect(boards.map(({ id }) => id)).toEqual(['1', '2']);
    expect(new URL(requests[1]!.url).searchParams.get('bookmark')).toBe('next');
  });

  it('stops at the reading when it is cancelled', async () => {
    const { client } = clientAnswering(new TypeError('aborted'));
    const signal = AbortSignal.abort(new DOMException('enough', 'AbortError'));

    await expect(client.call('boards/list', {}, { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

it('knows what each operation takes and gives', () => {
  expectTypeOf<Output<'boards/list'>>().toEqualTypeOf<Page<Board>>();
  expectTypeOf<Input<'pins/get'>>().toEqualTypeOf<{ pin_id: string; pin_metrics?: boolean }>();
});
