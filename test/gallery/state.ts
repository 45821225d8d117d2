import type { ComponentChildren } from 'preact';

/** How much room a state has, in CSS pixels at 100 %. */
export const sizes = {
  /** A part of a view. */
  part: { width: 400, height: 300 },
  popup: { width: 400, height: 600 },
  panel: { width: 400, height: 800 },
  page: { width: 1000, height: 800 },
} as const;

export interface GalleryState {
  /** What is shown, and how it is: `popup/full`. Names its files, too. */
  name: string;
  size: keyof typeof sizes;
  /** Feeds the state and gives what is drawn. */
  draw: () => ComponentChildren | Promise<ComponentChildren>;
  /** What the person does before it is looked at. */
  act?: () => Promise<void>;
  /** What it waits for never comes: it is looked at with its placeholders. */
  isLoading?: boolean;
  /** The view holds `main` itself; a part of one is put into one. */
  isWhole?: boolean;
}

/** Waits until something can be found; throws where it does not come. */
export async function find(selector: string, text = ''): Promise<HTMLElement> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
      element.textContent?.includes(text),
    );
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`There is no ${selector} with “${text}”.`);
}

/** Presses what can be found, as soon as it is there. */
export async function press(selector: string, text = ''): Promise<void> {
  (await find(selector, text)).click();
}
