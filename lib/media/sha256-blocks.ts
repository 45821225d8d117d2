/*
 * SHA-256 of what comes in pieces: the browser's own digest takes a whole only. It tells pictures and videos apart and keeps
 * no secret. Source: FIPS 180-4, 5.1.1, 6.2; its constants are the first bits of roots of the first primes (4.2.2, 5.3.3).
 */

/** Takes bytes in pieces of any size, and gives 64 lower-case hex digits at the end. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  end(): string;
}

const BLOCK = 64;

const primes = Array.from({ length: 312 }, (_, index) => index).filter((value) => {
  for (let by = 2; by * by <= value; by += 1) if (value % by === 0) return false;
  return value > 1;
});
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32);
const roundConstants = Int32Array.from(primes.slice(0, 64), (prime) => fraction(Math.cbrt(prime)));
const startState = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** Begins a hash. */
export function createSha256(): Sha256 {
  const state = startState.slice();
  const words = new Int32Array(64);
  const rest = new Uint8Array(BLOCK);
  let kept = 0;
  let length = 0;

  function update(bytes: Uint8Array): void {
    length += bytes.length;
    let from = 0;
    if (kept > 0) {
      from = Math.min(BLOCK - kept, bytes.length);
      rest.set(bytes.subarray(0, from), kept);
      kept += from;
      if (kept < BLOCK) return;
      mix(state, words, new DataView(rest.buffer), 0);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; from + BLOCK <= bytes.length; from += BLOCK) mix(state, words, view, from);
    rest.set(bytes.subarray(from));
    kept = bytes.length - from;
  }

  function end(): string {
    const bits = length * 8;
    const padding = new Uint8Array((kept < 56 ? 64 : 128) - kept);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits % 2 ** 32);
    update(padding);
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  return { update, end };
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** Mixes one block into the state. */
function mix(state: Int32Array, words: Int32Array, view: DataView, from: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(from + index * 4);
  for (let index = 16; index < 64; index += 1) {
    const early = words[index - 15]!;
    const late = words[index - 2]!;
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[index] = words[index - 16]! + small + words[index - 7]! + large;
  }
  // One by one: to take a list apart costs more than all the mixing of a block.
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let index = 0; index < 64; index += 1) {
    const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const next = (h + one + chosen + roundConstants[index]! + words[index]!) | 0;
    const zero = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const most = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + next) | 0;
    d = c;
    c = b;
    b = a;
    a = (next + zero + most) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}
