// @vitest-environment node
import { expect, it, vi } from 'vitest';

import { linkAnswers } from './check-link';

it('asks a link without anything of the person, and says whether it answered', async () => {
  const request = vi.fn<typeof fetch>(async () => new Response());
  expect(await linkAnswers('https://kitchen.example/', request)).toBe(true);
  expect(request.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', mode: 'no-cors' });
  expect(await linkAnswers('https://gone.example/', () => Promise.reject(new TypeError()))).toBe(
    false,
  );
});

it('asks nothing of the own network, and nothing that is not https', async () => {
  const request = vi.fn<typeof fetch>();
  for (const link of ['http://kitchen.example/', 'https://192.168.0.1/', 'nonsense', '']) {
    expect(await linkAnswers(link, request)).toBeNull();
  }
  expect(request).not.toHaveBeenCalled();
});
