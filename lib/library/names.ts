/** Longest name of a board or section, in UTF-16 code units. Source: API description 5.23, and a board is held to the same. */
export const NAME_LIMIT = 180;

export type NameProblem = 'empty' | 'long' | 'taken';

/** Tells what is wrong with a name, null where nothing is. Pinterest takes a name once, whatever its capitals. */
export function nameProblem(name: string, taken: readonly string[]): NameProblem | null {
  const plain = name.trim();
  if (plain === '') return 'empty';
  if (plain.length > NAME_LIMIT) return 'long';
  const same = folded(plain);
  return taken.some((other) => folded(other) === same) ? 'taken' : null;
}

/** Accents count: to refuse a name that Pinterest takes is worse than to be refused one. However they are written. */
const folded = (name: string) => name.trim().normalize().toLowerCase();
