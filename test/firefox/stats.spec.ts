import papaparse from 'papaparse';

import { expect, test } from './fixtures.ts';
import { takeFile } from './harness/downloads.ts';

/** What the chart says at its day, once it is drawn. Runs in the view. */
function readChart(): string {
  const isDrawn = performance.getEntriesByName('tack-chart-painted').length > 0;
  const chart = document.querySelector<HTMLElement>('[role=slider]');
  chart?.focus();
  return (isDrawn && chart?.getAttribute('aria-valuetext')) || '';
}

/** The sum that is shown of the first metric, and that of its days in the table. Runs in the view. */
function readSums(): number[] {
  const numberOf = (text = '') => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
  const cells = [...document.querySelectorAll('.stats-table td:nth-of-type(1)')];
  const days = cells.map(({ textContent }) => numberOf(textContent));
  const total = numberOf(document.querySelector('.stats-total')?.textContent);
  return [total, days.reduce((sum, day) => sum + day, 0)];
}

/** The name of the pin that did best, once Pinterest has told it; before, it is called by its number. Runs in the view. */
function readFirstPin(): string {
  const title = document.querySelector('[aria-label="Top pins"] .pin-line-title');
  return title?.textContent.replace(/^(Without a title|Pin \u2026.*)$/, '') ?? '';
}

/** The first pin's number of impressions, as the list has it. Runs in the view. */
function readFirstNumber(): number {
  const words = document.querySelector('[aria-label="Top pins"] .pin-line-numbers .spoken');
  return Number(/[\d,]+/.exec(words?.textContent ?? '')?.[0].replaceAll(',', ''));
}

test('the sidebar tells how the account and a pin do, as a chart and as a table', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  const sidebar = await person.openSidebar();
  await expect.poll(() => sidebar.run(readChart, null)).toMatch(/: Impressions [\d,]+/);
  const last = await sidebar.run(readChart, null);
  await sidebar.press('ArrowDown');
  await expect.poll(() => sidebar.run(readChart, null)).not.toBe(last);

  await sidebar.click({ role: 'button', name: 'Show as table' });
  await sidebar.see({ role: 'button', name: 'Show as chart' });
  const [total, sum] = await sidebar.run(readSums, null);
  expect(total).toBeGreaterThan(0);
  expect(sum).toBe(total);

  await sidebar.click({ role: 'button', name: 'Top pins' });
  await expect.poll(() => sidebar.run(readFirstPin, null)).not.toBe('');
  const name = await sidebar.run(readFirstPin, null);
  await sidebar.run(() => document.querySelector<HTMLElement>('.pin-line-title')?.focus(), null);
  await sidebar.press('Enter');
  await sidebar.says('since it was made');
  await sidebar.click({ role: 'button', name: 'Back' });
  await sidebar.see({ role: 'button', name });
});

/** The rows of a CSV as another library reads them, by the names of their columns. */
const rowsOf = (csv: string) =>
  papaparse.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

test('the account’s numbers and a pin’s are saved as files with the sums that are shown', async ({
  connected: person,
  pinterest,
}) => {
  await person.visit(pinterest.pages.recipe);
  const sidebar = await person.openSidebar();
  await sidebar.click({ role: 'button', name: 'Show as table' });
  await sidebar.see({ role: 'button', name: 'Show as chart' });
  const [total] = await sidebar.run(readSums, null);

  await sidebar.click({ role: 'button', name: 'Save as CSV' });
  const days = rowsOf((await takeFile(person.firefox)).toString());
  expect(days.reduce((sum, row) => sum + Number(row['IMPRESSION']), 0)).toBe(total);

  await sidebar.click({ role: 'button', name: 'Top pins' });
  await expect.poll(() => sidebar.run(readFirstPin, null)).not.toBe('');
  const ofPin = await sidebar.run(readFirstNumber, null);
  expect(ofPin).toBeGreaterThan(0);
  // By the pointer: what was saved just now shows itself in Firefox's own window, which has the keys.
  await sidebar.click({ role: 'button', name: await sidebar.run(readFirstPin, null) });
  await sidebar.says('since it was made');
  await sidebar.click({ role: 'button', name: 'Show as table' });
  await sidebar.see({ role: 'button', name: 'Show as chart' });
  await sidebar.click({ role: 'button', name: 'Save as JSON' });
  const pinDays = JSON.parse((await takeFile(person.firefox)).toString()) as {
    IMPRESSION: number;
  }[];
  expect(pinDays.reduce((sum, row) => sum + row.IMPRESSION, 0)).toBe(ofPin);
});
