/** What a page is remembered by: 32 bits that its address can't be read from. Where on it somebody was is no matter. */
export function pageKey(url: string): number {
  let hash = 0x811c9dc5;
  for (const character of url.split('#', 1)[0] ?? '') {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
