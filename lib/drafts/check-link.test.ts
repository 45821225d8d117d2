// @vitest-environment node
import { expect, it, vi } from 'vitest';

import { askLink, canAsk } from './check-link';

const answers = (response: Partial<Response>) =>
  vi.fn<typeof fetch>(async () => response as Response);
const opaque = { type: 'opaque', status: 0 } as const;

it('asks a link without anything of the person, and claims no more than the browser lets it see', async () => {
  const request = answers(opaque);
  expect(await askLink('https://kitchen.example/', request, async () => false)).toBe('site');
  expect(request.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', mode: 'no-cors' });
  const fails = () => Promise.reject(new TypeError());
  expect(await askLink('https://gone.example/', fails, async () => false)).toBe('silent');
});

it.each([
  [200, 'there'],
  [403, 'there'],
  [404, 'gone'],
  [410, 'gone'],
] as const)('says of %i, where the site is allowed, that the page is %s', async (status, said) => {
  const request = answers({ status, type: 'cors' });
  const mayRead = vi.fn(async () => true);
  expect(await askLink('https://kitchen.example/a', request, mayRead)).toBe(said);
  expect(request.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', mode: 'cors' });
  expect(mayRead).toHaveBeenCalledWith('https://kitchen.example/*');
});

// H12
it('goes no further than the site that was allowed', async () => {
  const request = answers({ status: 0, type: 'opaqueredirect' }); // as a browser gives it
  expect(await askLink('https://kitchen.example/a', request, async () => true)).toBe('site');
  expect(request.mock.calls[0]?.[1]).toMatchObject({ mode: 'cors', redirect: 'manual' });
});

it('asks nothing of the own network, and nothing that is not https', async () => {
  const request = vi.fn<typeof fetch>();
  for (const link of ['http://kitchen.example/', 'https://192.168.0.1/', 'nonsense', '']) {
    expect(canAsk(link)).toBe(false);
    expect(await askLink(link, request, async () => true)).toBe('unasked');
  }
  expect(request).not.toHaveBeenCalled();
});
