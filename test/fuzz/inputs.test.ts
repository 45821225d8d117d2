// @vitest-environment node
import { isIP } from 'node:net';

import sharp from 'sharp';
import { expect, it } from 'vitest';

import { parseSrcset } from '../../lib/capture/srcset';
import { AppError } from '../../lib/errors';
import { sniffImage } from '../../lib/media/sniff';
import { stripMetadata } from '../../lib/media/strip-metadata';
import { kindOf } from '../../lib/media/url-policy';
import { createClient, type PinterestClient } from '../../lib/pinterest/client';
import { anyValue, fuzz, fuzzTimeoutMs, mutated, type Random } from './fuzz';

const drawing = sharp({
  create: { width: 64, height: 48, channels: 3, background: { r: 200, g: 30, b: 30 } },
}).withExif({ IFD0: { Copyright: 'somebody' } });

const pictures = await Promise.all([
  drawing.clone().jpeg().toBuffer(),
  drawing.clone().jpeg({ progressive: true }).toBuffer(),
  drawing.clone().png().toBuffer(),
  drawing.clone().gif().toBuffer(),
  drawing.clone().webp().toBuffer(),
  drawing.clone().webp({ lossless: true }).toBuffer(),
  drawing.clone().avif({ effort: 0 }).toBuffer(),
]);

pictures.push(
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"/>'),
);

/** Far above what a header takes, for a machine that is shared: what is caught is what has no end. */
const HANGS_AFTER_MS = 2000;

// H13
it(
  'headers of pictures, however damaged, are a size or nothing, and soon',
  async () => {
    let slowest = 0;
    await fuzz(20_000, (random) => {
      const bytes = mutated(random.pick(pictures), random);
      const started = performance.now();
      const found = sniffImage(bytes);
      const stripped = stripMetadata(bytes);
      slowest = Math.max(slowest, performance.now() - started);
      expect(stripped.bytes).toBeInstanceOf(Uint8Array);
      if (found) expect(Math.min(found.width, found.height)).toBeGreaterThan(0);
    });
    expect(slowest).toBeLessThan(HANGS_AFTER_MS);
  },
  fuzzTimeoutMs,
);

const pin = {
  board_id: '1',
  media_source: { source_type: 'image_url', url: 'https://a.example/b.jpg' },
} as const;

const calls: readonly ((client: PinterestClient) => Promise<unknown>)[] = [
  (client) => client.call('pins/create', pin),
  (client) => client.call('pins/get', { pin_id: '1' }),
  (client) => client.call('boards/list', {}),
  (client) => client.call('media/get', { media_id: '1' }),
  (client) => client.call('user_account/get', {}),
];

const fields = [
  'id',
  'items',
  'bookmark',
  'code',
  'message',
  'name',
  'title',
  'media_id',
  'status',
  'username',
];

function anyReply(random: Random): Response {
  const text = JSON.stringify(anyValue(random, fields));
  const cut = random.below(5) === 0 ? text.slice(0, random.below(text.length + 1)) : text;
  const type = random.pick(['application/json', 'application/json', 'text/html', '']);
  const headers = {
    'content-type': type,
    'retry-after': random.pick(['', '-1', '1e9', 'soon', '5']),
    'x-ratelimit-limit': random.pick(['', '10, 10;w=1', ';;', 'NaN']),
    date: random.pick(['', 'yesterday', 'Sat, 01 Jan 2050 00:00:00 GMT']),
  };
  return new Response(cut, {
    status: random.pick([200, 200, 200, 201, 400, 401, 403, 404, 409, 429, 500]),
    headers,
  });
}

// N12, N14, Z01
it(
  'replies of Pinterest, however odd, are what was asked for or an error of Tack',
  async () => {
    expect.hasAssertions();
    await fuzz(5000, async (random) => {
      const client = createClient({
        apiUrl: 'https://api.pinterest.com/v5',
        accessToken: async () => 'first',
        renewToken: async () => 'second',
        isOnline: () => true,
        fetch: async () => anyReply(random),
        lanes: { pausedUntil: async () => 0, pause: async () => undefined },
      });
      const which = random.below(calls.length);
      const end = await calls[which]!(client).catch((error: unknown) => error);
      if (end instanceof Error) expect(end).toBeInstanceOf(AppError);
      else if (which === 0) expect((end as { id: string }).id).toMatch(/^\d+$/);
    });
  },
  fuzzTimeoutMs,
);

const pieces = [
  'http',
  'https',
  ':',
  '/',
  '//',
  '\\',
  '@',
  '.',
  '..',
  '%2e',
  '%00',
  '。',
  '127.0.0.1',
  '0x7f.1',
  '1',
  '[::1]',
  '[',
  ']',
  'localhost',
  'a',
  'example.com',
  'com',
  ' ',
  '\t',
  '\n',
  '\0',
  '#',
  '?',
  '&',
  'ａ',
  'data:',
  'blob:',
  'javascript:',
  '443',
  '99999',
  '\u{d800}',
  ',',
  ' 2x',
  ' 640w',
  '(',
  ')',
];

const anyText = (random: Random) =>
  Array.from({ length: random.below(14) }, () => random.pick(pieces)).join('');

// Z02
it(
  'addresses, however written, are public only where the browser reads a name over https',
  async () => {
    await fuzz(50_000, (random) => {
      const text = anyText(random);
      const url = URL.parse(text);
      const host = url?.hostname.replaceAll(/^\[|\]$|\.+$/g, '') ?? '';
      const isWeb = /^https?:$/.test(url?.protocol ?? '');
      const kind = kindOf(text);
      const isPublic =
        isWeb &&
        url?.protocol === 'https:' &&
        url.username + url.password === '' &&
        isIP(host) === 0;
      if (kind === 'public') expect(isPublic && host.includes('.')).toBe(true);
      if (isWeb && (isIP(host) > 0 || host === 'localhost')) expect(kind).toBe('private');
      expect(kind === 'other').toBe(!isWeb);
    });
  },
  fuzzTimeoutMs,
);

it(
  'a srcset, however written, is a list of whole addresses with sizes',
  async () => {
    await fuzz(50_000, (random) => {
      for (const { url, width, height, density } of parseSrcset(
        anyText(random),
        'https://a.test/b/',
      )) {
        expect(URL.canParse(url)).toBe(true);
        for (const size of [width, height, density]) expect(size === null || size >= 0).toBe(true);
      }
    });
  },
  fuzzTimeoutMs,
);
