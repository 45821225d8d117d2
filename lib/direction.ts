/** Kept as the theme is (lib/appearance.ts): the first paint comes before a view's texts are loaded. */
const KEY = 'tack-direction';

/** Gives the page the side that texts began on when a view was last open. */
export function showDirection(): void {
  document.documentElement.dir = localStorage.getItem(KEY) ?? '';
}

/** Remembers the side for views that open later. */
export function keepDirection(direction: string): void {
  if (localStorage.getItem(KEY) !== direction) localStorage.setItem(KEY, direction);
}
