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

  it.each([
    'http://a.example/t.jpg',
    'https://127.0.0.1/t.jpg',
    'https://127.1/t.jpg',
    'https://0x7f000001/t.jpg',
    'https://[::ffff:10.0.0.1]/t.jpg',
    'https://router/t.jpg',
    'https://nas.local/t.jpg',
    'ftp://a.example/t.jpg',
    'data:image/png;base64,AAAA',
    'blob:https://a.example/0b3c',
  ])('asks nothing of %s', async (url) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    await fetchBytes(url, { fetch, limit: 100, signal: AbortSignal.timeout(1000) });
    expect(fetch).not.toHaveBeenCalled();
  });

  // H12
  it.each(['https://192.168.1.1/admin.jpg', 'https://nas.local/t.jpg', 'http://a.example/t.jpg'])(
    'takes nothing where it was sent on to %s, and reads nothing of it',
    async (url) => {
      const response = sentOnTo(url);
      const cancelled = vi.spyOn(response.body!, 'cancel');
      expect(await read('https://a.example/t.jpg', response)).toMatchObject({ ok: false });
      expect(cancelled).toHaveBeenCalledOnce();
    },
  );

  it('takes what another public host of https has', async () => {
    const response = sentOnTo('https://cdn.example/t.jpg');
    expect(await read('https://a.example/t.jpg', response)).toMatchObject({ ok: true });
  });

  // H10
  it('stops reading at the limit, however much there is and whatever length is claimed', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(50));
      },
    });
    const response = new Response(endless, { headers: { 'content-length': '10' } });
    expect(await read('https://a.example/t.jpg', response)).toMatchObject({ ok: false });
    expect(given).toBeLessThan(6);
  });

  it('gives up where the connection ends in the middle', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('gone')),
    });
    expect(await read('https://a.example/t.jpg', new Response(broken))).toMatchObject({
      ok: false,
    });
  });

  it('gives up where there is no answer in time', async () => {
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('late')));
      });
    const signal = AbortSignal.timeout(5);
    expect(await fetchBytes('https://a.example/t.jpg', { fetch, limit: 9, signal })).toEqual({
      ok: false,
      status: 0,
    });
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
