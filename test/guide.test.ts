// @vitest-environment node
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const table = await readFile(path.join(root, 'docs/guide-tests.md'), 'utf8');

const rows = [...table.matchAll(/^\|\s*([\w-]+\.md)\s*\|(.*)\|(.*)\|(.*)\|$/gm)].map(
  ([, page = '', result = '', tests = '', reason = '']) => ({
    page,
    result: result.trim(),
    tests: [...tests.matchAll(/`([^`]+)` _([^;]+)_/g)],
    reason: reason.trim(),
  }),
);

describe('docs/guide-tests.md', () => {
  it('has a row for every page of the guide, once', async () => {
    const pages = (await readdir(path.join(root, 'docs/guide'))).filter(
      (name) => name !== 'README.md',
    );

    expect(rows.map(({ page }) => page).toSorted()).toEqual(pages.toSorted());
  });

  it.each(rows)('$page is done by the tests it names, or says what is not', async (row) => {
    expect(row.tests).not.toEqual([]);
    for (const [, file = '', words = ''] of row.tests)
      expect(await readFile(path.join(root, file), 'utf8')).toContain(words);
    expect(row.result).toMatch(/^(?:by keys|in part)$/);
    if (row.result === 'in part') expect(row.reason.length).toBeGreaterThan(30);
  });
});
