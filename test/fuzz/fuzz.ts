/** How long each fuzzer runs, in ms; without `npm run fuzz` a set number of tries, the same each time. */
const runsForMs = Number(process.env['FUZZ_MINUTES'] ?? 0) * 60_000;

/** Named when something is found, so that it can be found again. */
const seed = Number(process.env['FUZZ_SEED'] ?? (runsForMs > 0 ? Date.now() % 2 ** 31 : 1));

/** Numbers that look drawn by lot, the same ones for the same seed. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

function randomOf(start: number): Random {
  let state = start || 1;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (values) => values[below(values.length)] as (typeof values)[number] };
}

/** The time a test has that fuzzes. */
export const fuzzTimeoutMs = runsForMs + 120_000;

/**
 * Tries something with ever new input, and names the seed where it fails.
 * @param tries how often where no time was given
 * @returns how often it was tried
 */
export async function fuzz(tries: number, attempt: (random: Random) => unknown): Promise<number> {
  const endsAt = Date.now() + runsForMs;
  let count = 0;
  while (runsForMs > 0 ? Date.now() < endsAt : count < tries) {
    try {
      await attempt(randomOf(seed + count));
    } catch (cause) {
      throw new Error(`found with FUZZ_SEED=${seed + count}`, { cause });
    }
    count += 1;
  }
  return count;
}

const texts = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '\0',
  '\u{d800}',
  '\u202e',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://a.test/a.jpg',
  '../..',
  'x'.repeat(5000),
];

/** Any value that a message or a reply may hold: JSON, now and then a known word among it. */
export function anyValue(random: Random, words: readonly string[], depth = 3): unknown {
  const kind = random.below(depth > 0 ? 9 : 6);
  if (kind === 0) return null;
  if (kind === 1) return random.below(2) === 1;
  if (kind === 2) return random.pick([0, -1, 1, 7, 1e9, 2 ** 53, -0.5, 1e308]);
  if (kind <= 4) return random.pick(texts);
  if (kind === 5) return random.pick(words);
  const size = random.below(4);
  if (kind === 6) return Array.from({ length: size }, () => anyValue(random, words, depth - 1));
  return Object.fromEntries(
    Array.from({ length: size }, () => [
      random.pick(random.below(4) === 0 ? texts : words),
      anyValue(random, words, depth - 1),
    ]),
  );
}

/** A copy of some bytes with a few of them changed, taken out, doubled or cut off. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let copy = Uint8Array.from(bytes);
  for (let count = random.below(8); count >= 0; count -= 1) {
    const at = random.below(Math.max(1, copy.length));
    const kind = random.below(5);
    if (kind === 0) copy = copy.slice(0, at);
    else if (kind === 1)
      copy = Uint8Array.from([...copy.slice(0, at), ...copy.slice(at + random.below(9))]);
    else if (kind === 2)
      copy = Uint8Array.from([...copy.slice(0, at), ...copy.slice(Math.max(0, at - 16))]);
    else if (copy.length > 0) copy[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
  }
  return copy;
}
