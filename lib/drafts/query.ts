/*
 * A link's parameters as they are written: what is not changed keeps its spelling. `URL.search` and `URLSearchParams` take the
 * first question mark for the beginning of a query, which may be a parameter's own: each is given one.
 */

/** Gives the parameters of a link, as in `a=1&b=2`, one by one. */
export const pairsIn = ({ search }: URL): string[] =>
  search === '' ? [] : search.slice(1).split('&');

/** Gives the name of a parameter, as `URL.searchParams` has it. */
export const nameOf = (pair: string): string =>
  new URLSearchParams(`?${pair}`).keys().next().value ?? '';

/** Puts parameters in place of those of a link. */
export function setPairs(url: URL, pairs: readonly string[]): void {
  const query = pairs.join('&');
  url.search = query && `?${query}`;
}
