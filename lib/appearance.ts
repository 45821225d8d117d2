/** Which of the two looks the person wants; `system` is what their computer says. */
export type Theme = 'system' | 'light' | 'dark';

/**
 * Kept in `localStorage` and not with the other settings: it is read before the first paint, which waits for nothing. Only
 * pages of the extension can read it.
 */
const KEY = 'tack-theme';

/** Gives the look that the person chose. */
export const readTheme = (): Theme => (localStorage.getItem(KEY) as Theme | null) ?? 'system';

/** Shows the chosen look in this page. Another word than `light` or `dark` is the computer's own to CSS. */
export function showTheme(): void {
  document.documentElement.dataset['theme'] = readTheme();
}

/** Shows the chosen look in this page, also when it is chosen anew in another, as long as the page lives. */
export function followTheme(): void {
  showTheme();
  addEventListener('storage', showTheme);
}

/** Chooses a look for every page of Tack. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  showTheme();
}
