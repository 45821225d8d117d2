import type { BoardRow } from './types';

export type BoardKind = 'boardSecret' | 'boardProtected' | 'boardGroup';

/**
 * What of a board is to be known before something is put on it, as keys of texts: who sees it, and whether others pin to it.
 *
 * @param me the person's own name at Pinterest, where it is known: a board of another's is one of a group
 */
export function boardKinds(
  { privacy, collaborators = 0, ownerUsername }: BoardRow,
  me: string = ownerUsername,
): BoardKind[] {
  const isGroup = collaborators > 0 || ownerUsername !== me;
  return [
    ...(privacy === 'SECRET' ? ['boardSecret' as const] : []),
    ...(privacy === 'PROTECTED' ? ['boardProtected' as const] : []),
    ...(isGroup ? ['boardGroup' as const] : []),
  ];
}
