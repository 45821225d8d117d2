import type { Figure } from './capture.ts';

/** `popup painted, 1000 boards`: what is measured, how much of what. */
const sized = /^(.+), (\d+) ([a-z]+)$/;

/**
 * How figures grow with their input, for each that was taken at several sizes: the exponent from the smallest to the
 * largest. 0 is no growth, 1 is linear.
 */
export function slopesOf(figures: readonly Figure[]): Figure[] {
  const families = new Map<string, { size: number; value: number }[]>();
  for (const { name, value, unit } of figures) {
    const [, what = '', size = '', of = ''] = sized.exec(name) ?? [];
    if (what === '' || value <= 0 || !/^(?:ms|MB|kB|s)$/.test(unit)) continue;
    const key = `${what}, slope over ${of}`;
    families.set(key, [...(families.get(key) ?? []), { size: Number(size), value }]);
  }
  return [...families].flatMap(([name, points]) => {
    const [first, ...others] = points.toSorted((one, other) => one.size - other.size);
    const last = others.at(-1);
    if (!first || !last || last.size === first.size) return [];
    const exponent = Math.log(last.value / first.value) / Math.log(last.size / first.size);
    return [{ name, value: Math.round(exponent * 100) / 100, unit: 'exponent' as const }];
  });
}
