import { describe, expect, it, vi } from 'vitest';

import { fetchBytes } from './fetch-bytes';

const read = (url: string, response: Response, limit = 100) =>
  fetchBytes(url, { fetch: async () => response, limit, signal: AbortSignal.timeout(1000) });

function sentOnTo(url: string): Response {
  const response = new Response('abc');
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

describe('fetchBytes', () => {
  it('reads a picture without cookies', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('abc'));
    const found = await fetchBytes('https://a.example/t.jpg', {
      fetch,
      limit: 100,
      signal: AbortSignal.timeout(1000),
    });

    expect(found).toMatchObject({ ok: true, bytes: new Uint8Array([97, 98, 99]) });
    expect(fetch).toHaveBeenCalledWith(
      'https://a.example/t.jpg',
      expect.objectContaining({ credentials: 'omit' }),
    );
  });

  it.each(['http://a.example/t.jpg', 'https://127.0.0.1/t.jpg', 'https://router/t.jpg'])(
    'asks nothing of %s',
    async (url) => {
      const fetch = vi.fn<typeof globalThis.fetch>();
      await fetchBytes(url, { fetch, limit: 100, signal: AbortSignal.timeout(1000) });
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it('takes nothing from where a private address was behind a redirect', async () => {
    const response = sentOnTo('https://192.168.1.1/admin.jpg');
    expect(await read('https://a.example/t.jpg', response)).toMatchObject({ ok: false });
  });

  it('gives up at the limit, and on an error', async () => {
    expect(await read('https://a.example/t.jpg', new Response('x'.repeat(200)))).toMatchObject({
      ok: false,
    });
    expect(await read('https://a.example/t.jpg', new Response('no', { status: 403 }))).toEqual({
      ok: false,
      status: 403,
    });
  });
});
