// @vitest-environment node
import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { createSha256 } from './sha256-blocks';

const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('is the hash that others give, at every length around the blocks', () => {
  for (let length = 0; length <= 260; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + length) % 256);
    const hash = createSha256();
    hash.update(bytes);
    expect(hash.end()).toBe(known(bytes));
  }
});

it('is the same in whatever pieces the bytes come', () => {
  holds(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }), (pieces) => {
      const hash = createSha256();
      for (const piece of pieces) hash.update(piece);
      expect(hash.end()).toBe(known(Buffer.concat(pieces)));
    }),
  );
});
