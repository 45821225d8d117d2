const DIGITS = ['1', '2', '3'];

/** Gives those of the digits that choose which a name begins with, too: they are typed. One look at each name: there may be ten thousand. */
export function typedDigits(named: readonly { name: string }[]): string {
  const begun = new Set<string>();
  for (const { name } of named) if (name.charAt(0) <= '3') begun.add(name.charAt(0));
  return DIGITS.filter((digit) => begun.has(digit)).join('');
}
