// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { AppError } from '../errors';
import { createClient } from './client';
import { budgetOf } from './daily-budget';
import { endpoints, type OperationId } from './endpoints';
import { readRateLimit, retryAfterMs } from './rate-limit';
import { toRequest } from './request';

const api = 'https://api.pinterest.com/v5';
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

describe('toRequest', () => {
  it('gives back every path parameter and every query value, whatever is in them', () => {
    holds(
      fc.property(text, text, fc.array(text, { minLength: 1, maxLength: 5 }), (id, word, list) => {
        fc.pre(id !== '.' && id !== '..'); // an address can't have these in it, and no id is one
        const row = { method: 'GET', path: '/boards/{board_id}/pins' } as const;
        const { url } = toRequest(api, row, { board_id: id, query: word, pin_ids: list }, 'token');

        const { pathname, searchParams } = new URL(url);
        expect(decodeURIComponent(pathname.split('/')[3] ?? '')).toBe(id.toWellFormed());
        expect(searchParams.get('query')).toBe(word.toWellFormed());
        expect(searchParams.getAll('pin_ids')).toEqual(list.map((each) => each.toWellFormed()));
      }),
    );
  });

  it('gives back every value of a body', async () => {
    const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
    await holds(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z_]+$/), value), async (body) => {
        const row = { method: 'POST', path: '/pins' } as const;

        expect(await toRequest(api, row, body, 'token').json()).toEqual(
          JSON.parse(JSON.stringify(body)),
        );
      }),
    );
  });

  it('never puts the token into the address or the body', async () => {
    const row = { method: 'POST', path: '/pins' } as const;
    const request = toRequest(api, row, { title: 'x' }, 'pina_secret');

    expect(request.url + (await request.text())).not.toContain('pina_secret');
  });
});

// N09
it('finds a wait between a second and a day in any headers', () => {
  const header = fc.oneof(
    fc.string().filter((value) => /^[\t\x20-\x7e]*$/.test(value)),
    fc.integer().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.constant('100, 100;w=1;name="safety_net_app_id_user_id", 1000;w=60;name="org_read"'),
  );
  holds(
    fc.property(header, header, fc.integer({ min: 0, max: 4e12 }), (after, reset, now) => {
      const headers = new Headers({ 'retry-after': after, 'x-ratelimit-reset': reset });

      const wait = retryAfterMs(headers, now);

      expect(wait).toBeGreaterThanOrEqual(1000);
      expect(wait).toBeLessThanOrEqual(24 * 3_600_000);
    }),
  );
});

describe('readRateLimit', () => {
  const limits = '60, 100;w=1;name="safety_net_app_id_user_id", 60;w=60;name="org_analytics_app"';
  const told = (limit: string, remaining: string, reset: string) =>
    readRateLimit(
      new Headers({
        'x-ratelimit-limit': limit,
        'x-ratelimit-remaining': remaining,
        'x-ratelimit-reset': reset,
      }),
    );

  it('knows which of several limits is the nearest', () => {
    expect(told(limits, '12', '30')).toEqual({
      remaining: 12,
      resetMs: 30_000,
      window: { name: 'org_analytics_app', limit: 60, windowMs: 60_000 },
    });
  });

  it('tells a day’s budget of an app with Trial access, and none of another', () => {
    const daily = told('300, 100;w=1;name="s", 300;w=86400;name="org_write"', '290', '3600');

    expect(daily && budgetOf(daily, 5)).toEqual({ limit: 300, remaining: 290, resetAt: 3_600_005 });
    const minute = told(limits, '12', '30');
    expect(minute && budgetOf(minute, 5)).toBeNull();
  });

  it('never throws, whatever the headers are', () => {
    const header = fc.string().filter((value) => /^[\t\x20-\x7e]*$/.test(value));
    holds(
      fc.property(header, header, header, (...values) => {
        expect(() => told(...values)).not.toThrow();
      }),
    );
  });
});

const replies: Partial<Record<OperationId, [input: object, reply: object]>> = {
  'boards/list': [{}, { items: [{ id: '1', name: 'Küche' }], bookmark: null }],
  'pins/get': [{ pin_id: '1' }, { id: '1', title: 'A pin', media: { images: null } }],
  'user_account/get': [{}, { username: 'linda', id: '9' }],
  'pins/create': [
    { board_id: '1', media_source: { source_type: 'image_url', url: 'https://a.example/b.jpg' } },
    { id: '7', title: null },
  ],
};

// N12, N14
it.each(Object.entries(replies) as [OperationId, [object, object]][])(
  'a reply to %s that is cut at any byte is one typed error',
  async (id, [input, reply]) => {
    const bytes = new TextEncoder().encode(JSON.stringify(reply));
    const expected =
      endpoints[id].whenLost === 'unknown' ? 'api/outcome-unknown' : 'api/unreadable-reply';
    for (let length = 0; length < bytes.length; length += 1) {
      const client = createClient({
        apiUrl: api,
        accessToken: async () => 'token',
        renewToken: async () => 'token',
        isOnline: () => true,
        fetch: async () =>
          new Response(bytes.slice(0, length), { headers: { 'content-type': 'application/json' } }),
        lanes: { pausedUntil: async () => 0, pause: async () => undefined },
      });
      const error = await client.call(id, input as never).catch((each: unknown) => each);
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe(expected);
    }
  },
);
