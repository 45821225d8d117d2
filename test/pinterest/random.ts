/** Gives a number in [0, 1) that depends on nothing but the key. */
export function unit(key: string): number {
  let hash = 2166136261;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 16777619);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** Gives the item of the list that the key points at. */
export function pick<Item>(key: string, items: readonly Item[]): Item {
  const item = items[Math.floor(unit(key) * items.length)];
  if (item === undefined) throw new RangeError('pick needs a list with items');
  return item;
}

/** Gives a whole number from `from` to `to`, both included. */
export function between(key: string, from: number, to: number): number {
  return from + Math.floor(unit(key) * (to - from + 1));
}
