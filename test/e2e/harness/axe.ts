import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Gives what axe has against a view, one line for each; an empty list is a pass. WCAG 2.2 AA and axe's best practices. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // A popup or side panel is the only page of its client, so axe may not open another one to gather its results.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).join(', ');
    return `${id}: ${help} (${where})`;
  });
}
