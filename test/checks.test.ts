// @vitest-environment node
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const table = await readFile(path.join(root, 'docs/checks.md'), 'utf8');

/** How many checks each group has: the research is no part of the project. A new group is a row here. */
const groups = { K: 17, N: 20, A: 14, C: 6, U: 6, D: 12, H: 16, S: 6, Z: 2, P: 8, X: 10 };
const ids = Object.entries(groups).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `${group}${String(index + 1).padStart(2, '0')}`),
);

interface Row {
  id: string;
  result: string;
  tests: { file: string; words: string }[];
  reason: string;
}

const rows = [...table.matchAll(/^\|\s*([A-Z]\d\d)\s*\|(.*)\|(.*)\|(.*)\|$/gm)].map(
  ([, id = '', result = '', tests = '', reason = '']): Row => ({
    id,
    result: result.trim(),
    tests: [...tests.matchAll(/`([^`]+)` _([^;]+)_/g)].map(([, file = '', words = '']) => ({
      file,
      words,
    })),
    reason: reason.trim(),
  }),
);

describe('docs/checks.md', () => {
  it('has a row for every check, once, in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it.each(rows)('$id is shown by the tests it names, or says why not', async (row) => {
    for (const { file, words } of row.tests) {
      expect(titlesUnder(row.id, await readFile(path.join(root, file), 'utf8'))).toContain(words);
    }
    expect(row.result).toMatch(/^(?:holds|in part|by command|not shown)$/);
    if (row.result === 'holds') expect(row.tests).not.toEqual([]);
    else expect(row.reason.length).toBeGreaterThan(30);
    if (row.result === 'not shown') expect(row.tests).toEqual([]);
  });

  it('has the checks of the research, where that is at hand', async () => {
    const research = path.join(root, '../shared/research/security-reliability.md');
    const text = existsSync(research) ? await readFile(research, 'utf8') : table;
    const named = [...text.matchAll(/^\|\s*([A-Z]\d\d)\s/gm)].map(([, id = '']) => id);

    expect(named.filter((id) => (id[0] ?? '') in groups)).toEqual(ids);
  });
});

/** The words of the tests that have a check's id in the comment right above them. */
function titlesUnder(id: string, source: string): string[] {
  const tests = source.matchAll(
    /^\s*\/\/ ((?:[A-Z]\d\d(?:, )?)+)\n\s*(?:it|test)[^]*?(?=\n\s*(?:\/\/ [A-Z]\d\d|(?:it|test)[.(])|$(?![^]))/gm,
  );
  return [...tests].flatMap(([text, marks = '']) =>
    marks.split(', ').includes(id)
      ? [...text.matchAll(/(['`])((?:(?!\1)[^\\\n]|\\.)+)\1/g)].map(([, , words = '']) => words)
      : [],
  );
}
