// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { AppError } from '../errors';
import { createClient } from './client';
import { endpoints, type OperationId } from './endpoints';

const pin = {
  id: '813744226420795884',
  created_at: '2026-05-03T10:11:12',
  title: 'Panna cotta',
  description: 'With berries',
  link: 'https://kitchen.example/panna-cotta',
  alt_text: 'A glass',
  board_id: '549755885175',
  board_section_id: null,
  parent_pin_id: '813744226420795883',
  media: {
    media_type: 'image',
    images: { '600x': { url: 'https://i.example/1.jpg', width: 600 } },
  },
};
const form = { key: 'uploads/1', policy: 'e30=', 'x-amz-signature': 'abc' };
const create = {
  board_id: '1',
  media_source: { source_type: 'image_url', url: 'https://a.example/b.jpg' },
};

/** Good replies of every call on a pin's way, with the ids that Tack keeps of them. */
const replies: Partial<Record<OperationId, [input: object, reply: object, ids: string[]]>> = {
  'pins/create': [create, pin, ['id']],
  'pins/save': [{ pin_id: '1', board_id: '2' }, pin, ['id']],
  'pins/get': [{ pin_id: '1' }, pin, ['id']],
  'boards/list_pins': [{ board_id: '1' }, { items: [pin, pin], bookmark: 'x' }, ['id']],
  'boards/list': [{}, { items: [{ id: '1', name: 'Küche' }], bookmark: null }, ['id']],
  'board_sections/list': [{ board_id: '1' }, { items: [{ id: '1', name: 'Oven' }] }, ['id']],
  'media/create': [
    { media_type: 'video' },
    {
      media_id: '7',
      media_type: 'video',
      upload_url: 'https://u.example',
      upload_parameters: form,
    },
    ['media_id'],
  ],
  'media/get': [{ media_id: '7' }, { media_id: '7', status: 'processing' }, ['media_id']],
  'user_account/get': [{}, { username: 'linda', id: '9', account_type: 'BUSINESS' }, []],
};

/** What may come to stand where something else was; the number is one that no number of JavaScript holds. */
const odd = ['null', '9007199254740993', '"text"', 'true', '[]', '{}', '[null]', '""'];

/** Every reply that differs from a good one in one place: another value there, nothing, or something more. As JSON texts. */
function* drifted(value: unknown): Generator<string> {
  yield* odd;
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries())
      for (const other of drifted(each))
        yield `[${value.map((same, index) => (index === at ? other : JSON.stringify(same))).join()}]`;
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, each]) => [key, JSON.stringify(each)] as const,
    );
    const written = (all: readonly (readonly [string, string])[]) =>
      `{${all.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join()}}`;
    yield written([...entries, ['invented', '{"a":[1]}']]);
    for (const [key, each] of Object.entries(value)) {
      yield written(entries.filter(([name]) => name !== key));
      for (const other of drifted(each))
        yield written(entries.map(([name, text]) => [name, name === key ? other : text]));
    }
  }
}

const answering = (text: string) =>
  createClient({
    apiUrl: 'https://api.pinterest.com/v5',
    accessToken: async () => 'token',
    renewToken: async () => 'token',
    isOnline: () => true,
    fetch: async () => new Response(text, { headers: { 'content-type': 'application/json' } }),
    lanes: { pausedUntil: async () => 0, pause: async () => undefined },
  });

/** The values of a field, wherever in a reply's items it stands. */
const valuesOf = (reply: unknown, field: string): unknown[] => {
  const { items } = reply as { items?: unknown[] };
  return (items ?? [reply]).map((each) => (each as Record<string, unknown>)[field]);
};

describe('a reply that Pinterest changed in one place', () => {
  // N14
  it.each(Object.entries(replies) as [OperationId, [object, object, string[]]][])(
    'to %s is used with its ids as texts of digits, or is one typed error',
    async (id, [input, reply, ids]) => {
      const lost =
        endpoints[id].whenLost === 'unknown' ? 'api/outcome-unknown' : 'api/unreadable-reply';
      let [used, refused] = [0, 0];
      const wrong: string[] = [];
      for (const text of drifted(reply)) {
        const end: unknown = await answering(text)
          .call(id, input as never)
          .catch((error: unknown) => error);
        if (end instanceof Error) {
          refused += 1;
          if (!(end instanceof AppError && end.code === lost)) wrong.push(text);
          continue;
        }
        used += 1;
        const kept = ids.flatMap((field) => valuesOf(end, field));
        if (!kept.every((value) => typeof value === 'string' && /^\d+$/.test(value)))
          wrong.push(text);
      }
      expect(wrong).toEqual([]);
      expect(Math.min(used, refused)).toBeGreaterThan(0);
    },
  );
});
