/** Puts findings of one picture together. */
import { rank } from './finding';
import type { Finding, Source } from './finding';
import { pauseEvery } from './limits';
import { keysOf } from './picture-key';

/**
 * Groups findings that share a picture, in the order of the page. Placeholders are shared by different pictures, so they
 * don't count. A name that stands in several folders joins only what is not told apart by the page itself: two elements
 * that show different files are two pictures.
 */
export function* groupFindings(findings: readonly Finding[]): Generator<void, Finding[][]> {
  const union = createUnion(findings.length);
  const firstWith = new Map<string, number>();
  for (const [index, { sources }] of findings.entries()) {
    if (index % pauseEvery === 0) yield;
    for (const url of telling(sources)) {
      for (const key of Object.values(keysOf(url))) {
        if (key === null) continue;
        const first = firstWith.get(key);
        if (first === undefined) firstWith.set(key, index);
        else union.join(first, index);
      }
    }
  }
  const groups = Map.groupBy(findings.keys(), union.rootOf);
  return Array.from(groups.values(), (members) =>
    members.flatMap((index) => findings[index] ?? []),
  );
}

/** The entries of one `srcset` are one picture, so its ends tell as much as all of it. */
function telling(sources: readonly Source[]): Set<string> {
  const real = sources.filter(({ rank: value }) => value !== rank.placeholder);
  const perKind = Map.groupBy(real, ({ from }) => from).values();
  const ends = [...perKind].flatMap((kind) => [kind[0], kind.at(-1)]);
  const first = real.filter(({ rank: value }) => value > rank.shown);
  return new Set([...ends, ...first].flatMap((source) => source?.url ?? []));
}

/** Sets of numbers that only grow together. The earlier one stays the root, so that the order of the page is kept. */
function createUnion(size: number) {
  const parents = Array.from({ length: size }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let parent = parents[root]; parent !== undefined && parent !== root;) {
      parents[root] = parents[parent] ?? parent;
      root = parent;
      parent = parents[root];
    }
    return root;
  };
  const join = (one: number, other: number) => {
    const [first, second] = [rootOf(one), rootOf(other)];
    parents[Math.max(first, second)] = Math.min(first, second);
  };
  return { rootOf, join };
}
