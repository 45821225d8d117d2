/** Gives those of the digits that choose which a name begins with, too: they are typed. */
export const typedDigits = (named: readonly { name: string }[]): string =>
  ['1', '2', '3'].filter((digit) => named.some(({ name }) => name.startsWith(digit))).join('');
