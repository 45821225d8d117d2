import { expect, type Page } from '@playwright/test';

import type { Display } from './display.ts';

/** Types `tack` into the address bar. A letter that comes before the bar has the focus is the page's: then it is typed anew. */
export async function typeKeyword(page: Page, display: Display): Promise<void> {
  await page.evaluate(() => {
    const note = ({ key, ctrlKey }: KeyboardEvent) => {
      if (key.length === 1 && !ctrlKey) document.documentElement.dataset['strayed'] = key;
    };
    addEventListener('keydown', note, true);
  });
  const strayed = () =>
    page.evaluate(() => {
      const { dataset } = document.documentElement;
      const key = dataset['strayed'] ?? '';
      delete dataset['strayed'];
      return key;
    });
  await expect(async () => {
    await display.press('ctrl+l');
    await display.press('t', 'a', 'c', 'k');
    expect(await strayed()).toBe('');
  }).toPass();
}
