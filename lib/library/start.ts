import type { LibraryPlace } from './types';

/** Reads what the library is to open with of an address' end, `#board=…` or `#search=…`; null where it says neither. */
export function libraryStart(hash: string): LibraryPlace | null {
  const asked = new URLSearchParams(hash.slice(1));
  const boardId = asked.get('board') ?? '';
  const query = (asked.get('search') ?? '').trim();
  if (/^\d+$/.test(boardId)) return { kind: 'board', boardId, sectionId: null };
  return query === '' ? null : { kind: 'search', query };
}
