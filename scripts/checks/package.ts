import { packageSize } from '../package-size.ts';
import type { Check } from './check.ts';

/** Code, looks and pictures, kB as a release packs them. The texts grow with each language, which is worth its room. */
const LIMIT_KB = 500;

/** Checks what an install fetches. */
export const packageCheck: Check = {
  name: 'package',
  async run() {
    const { packed, texts } = await packageSize();
    const [own, words] = [packed - texts, texts].map((bytes) => Math.round(bytes / 1000));
    return {
      ok: (own ?? 0) <= LIMIT_KB,
      output: `The package takes ${own} kB without its texts; ${LIMIT_KB} kB are allowed.`,
      note: `${own} kB, and ${words} kB of texts`,
    };
  },
};
