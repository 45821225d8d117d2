/** Gives the full path of a command on the PATH, or undefined. */
export function findCommand(name: string): string | undefined;
/** Gives the path of the Chromium to use: CHROME_PATH, an installed one, or the one that Playwright downloaded. */
export function findBrowser(): string | undefined;
/** Says whether real menus and shortcuts can be driven: they need a display of our own and a hand on its keyboard. */
export function hasHands(): boolean;
