import type { Page } from '@playwright/test';

import { axeFaults, axeScript } from '../../axe.ts';

/** Gives what axe has against a view, one line for each; an empty list is a pass. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeScript);
  return page.evaluate(axeFaults);
}
