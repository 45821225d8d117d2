// @vitest-environment node
import { expect, it } from 'vitest';

import { sha256, sha256OfText } from './hash';

it('gives the SHA-256 of the bytes in hex', async () => {
  expect(await sha256(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('gives the same for a text and for a file with it', async () => {
  const text = 'Crème brûlée 🍮';
  expect(await sha256OfText(text)).toBe(await sha256(new Blob([text])));
});
