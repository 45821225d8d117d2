// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { largerVersions } from '../../lib/capture/larger';
import { idioms } from '../../lib/capture/larger-idioms';
import { serviceRules } from '../../lib/capture/larger-rules';
import { parseSrcset } from '../../lib/capture/srcset';
import { root } from '../../scripts/run.ts';

/** The corpus is other people's pages and no part of this project; where it is not, nothing is measured on it. */
const corpus = process.env['CAPTURE_CORPUS'] ?? path.join(root, '../shared/corpus');

function rowsOf<Row>(name: string): Row[] {
  const file = path.join(corpus, name);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Row);
}

const base = 'https://example.test/dir/';

/** What a browser shows at density 1: the least dense that is dense enough, else the densest. */
function picked(text: string, viewport: number): string {
  const entries = parseSrcset(text, base).map(({ url, width, density }) => ({
    url,
    density: width === null ? (density ?? 1) : width / viewport,
  }));
  // Of two with the same density the first counts.
  const first = entries.filter(
    ({ density }, index) => entries.findIndex((each) => each.density === density) === index,
  );
  const sorted = first.toSorted((one, other) => one.density - other.density);
  return (sorted.find(({ density }) => density >= 1) ?? sorted.at(-1))?.url ?? '';
}

/** Rows whose relative addresses had nothing to start from when they were measured; measured again in Chromium 156. */
const remeasured: Readonly<Record<string, string>> = {
  '\u00a0data:,a': `${base}%C2%A0data:,a`,
  'a.jpg 1x, b.jpg 1x': `${base}a.jpg`,
  'a.jpg , b.jpg 1x': `${base}a.jpg`,
  'a.jpg 1w, b.jpg 1w': `${base}a.jpg`,
  'a.jpg 1w, b.jpg 1x': `${base}a.jpg`,
  'a.jpg 1x, b.jpg 1w': `${base}a.jpg`,
};

describe.skipIf(!existsSync(corpus))('on the corpus', () => {
  const strings = rowsOf<{ srcset: string; sizes?: string; chromium: string }>(
    'srcset-grammar.jsonl',
  );

  it('a srcset is read as Chromium reads it, all 237 of them', () => {
    const wrong = strings.filter(({ srcset, sizes, chromium }) => {
      const url = picked(srcset, Number.parseInt(sizes ?? '1280', 10) || 1);
      const known = remeasured[srcset] ?? chromium;
      const expected = known === '' ? '' : new URL(known, base).href;
      return url !== expected;
    });
    expect(wrong).toEqual([]);
    expect(strings.length).toBeGreaterThan(200);
  });

  it('four fifths of the known larger addresses are found, by no more than 60 rules', () => {
    const pairs = rowsOf<{ small: string; large: string[] }>('url-pairs.jsonl');
    const found = pairs.filter(({ small, large }) => {
      const tries = new Set(largerVersions(small).map(keyOf));
      return large.some((url) => tries.has(keyOf(url)));
    });
    expect(found.length / pairs.length).toBeGreaterThanOrEqual(0.8);
    expect(serviceRules.length + idioms.length).toBeLessThanOrEqual(60);
  });
});

/** Addresses are the same whatever their scheme, their encoding and the order of their parameters. */
function keyOf(address: string): string {
  const url = new URL(address);
  const query = [...url.searchParams].map((pair) => pair.join('=')).toSorted();
  return `${url.host.replace(/^www\./, '')}${decodeURIComponent(url.pathname)}?${query.join('&')}`;
}
