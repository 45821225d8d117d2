// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { endpoints, type OperationId } from '../../lib/pinterest/endpoints';
import { root } from '../../scripts/run.ts';
import { flows } from '../by-hand/flows.ts';

interface Operation {
  operationId: string;
  security?: { pinterest_oauth2?: string[] }[];
  'x-ratelimit-category'?: string;
  'x-sandbox'?: string;
}
interface Described {
  method: string;
  path: string;
  operation: Operation;
}

/** Pinterest's description is not a part of this project; where it is not, the rows are held against nothing. */
const file = findDescription();

/** PINTEREST_OPENAPI names the file, or the folder that it is in. */
function findDescription(): string {
  const given = process.env['PINTEREST_OPENAPI'] ?? path.join(root, '../shared/contract');
  if (given.endsWith('.json') || !existsSync(given)) return given;
  const name = readdirSync(given).find((each) => /openapi.*[.]json$/.test(each));
  return path.join(given, name ?? 'no-description.json');
}

function described(): ReadonlyMap<string, Described> {
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return new Map(
    Object.entries(paths).flatMap(([route, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation.operationId)
        .map(([method, operation]) => [
          operation.operationId,
          { method: method.toUpperCase(), path: route, operation },
        ]),
    ),
  );
}

const rows = Object.entries(endpoints) as [OperationId, (typeof endpoints)[OperationId]][];

describe.skipIf(!existsSync(file))('Pinterest’s description', () => {
  it.each(rows)('says of %s what its row says', (id, row) => {
    const found = described().get(id);
    const oauth = found?.operation.security?.find((way) => way.pinterest_oauth2);
    expect({
      method: row.method,
      path: row.path,
      scopes: row.scopes.toSorted(),
      rateCategory: row.rateCategory,
      inSandbox: row.inSandbox,
    }).toEqual({
      method: found?.method,
      path: found?.path,
      scopes: oauth?.pinterest_oauth2?.toSorted(),
      rateCategory: found?.operation['x-ratelimit-category'],
      inSandbox: found?.operation['x-sandbox'] !== 'disabled',
    });
  });
});

/** The view that will call a row, where none does yet. A row that is called is taken out of here. */
const planned: Readonly<Partial<Record<OperationId, string>>> = {
  'media/list': 'Outbox, videos',
};

async function callers(): Promise<ReadonlyMap<string, string>> {
  const names = await Promise.all(
    ['lib', 'components'].map(async (folder) =>
      (await readdir(path.join(root, folder), { recursive: true }))
        .map((name) => `${folder}/${name}`)
        .toSorted(),
    ),
  );
  // That views may have numbers read by an operation does not say that one does.
  const sources = names
    .flat()
    .filter(
      (name) =>
        /(?<!\.test)\.tsx?$/.test(name) &&
        !/^lib\/(pinterest|archive)|(operations|types)\.ts$/.test(name),
    );
  const texts = await Promise.all(
    [...sources, 'entrypoints/background/world.ts'].map(
      async (name) => [name, await readFile(path.join(root, name), 'utf8')] as const,
    ),
  );
  return new Map(
    rows.flatMap(([id]) => {
      const caller = texts.find(([, text]) => text.includes(`'${id}'`));
      return caller ? [[id, caller[0]]] : [];
    }),
  );
}

describe('docs/api-coverage.md', () => {
  it('has every row with the part of Tack that calls it, or the view that will', async () => {
    const called = await callers();
    const unowned = rows.filter(([id]) => !called.has(id) && !planned[id]).map(([id]) => id);
    const stale = Object.keys(planned).filter((id) => called.has(id));
    expect({ unowned, stale }).toEqual({ unowned: [], stale: [] });

    const coverage = path.join(root, 'docs/api-coverage.md');
    const text = coverageText(called);
    if (process.env['UPDATE_DOCS']) await writeFile(coverage, text);
    expect(await readFile(coverage, 'utf8')).toBe(text);
  });
});

/** What the library and the popup are for; media and ads have flows of their own. */
const byHand = (id: string) => !/^(media|ad_|analytics|audience|delivery)/.test(id);

const flowsOf = (id: OperationId) =>
  flows.flatMap(({ name, does }, at) => (does.includes(id) ? [{ name, number: at + 1 }] : []));

describe('what is done by hand in both browsers', () => {
  it('has every operation of boards, sections, pins, search and account', () => {
    const left = rows.map(([id]) => id).filter((id) => byHand(id) && flowsOf(id).length === 0);
    expect(left).toEqual([]);
  });
});

function coverageText(called: ReadonlyMap<string, string>): string {
  const lines = rows.map(([id, row]) => {
    const notes = [row.isBeta && 'beta', !row.inSandbox && 'not in the sandbox'].filter(Boolean);
    const where = called.get(id);
    const use = where ? `\`${where}\`` : `planned: ${planned[id]}`;
    const hand = flowsOf(id)
      .map(({ number }) => number)
      .join(', ');
    return `| \`${id}\` | ${row.method} \`${row.path}\` | ${row.scopes.join(' ')} | ${row.rateCategory} | ${notes.join(', ')} | ${use} | ${hand} |`;
  });
  return `# Which operations of Pinterest's API Tack has

One line for each row of \`lib/pinterest/endpoints.ts\`, with who calls it. Kept by \`test/contract/rows.test.ts\`: after a change run
\`UPDATE_DOCS=1 npx vitest run test/contract/rows\`. Where Pinterest's own description is at hand, the same test holds every row against it,
and \`test/contract/conformance.test.ts\` calls every row on the local Pinterest.

**By hand**: the flows of \`test/by-hand\` in which a person without a mouse does it, in Chromium (\`test/e2e/by-hand.spec.ts\`) and in Firefox
(\`test/firefox/by-hand.spec.ts\`): by keys alone, each control found by the name that is read out, with axe, and at the end the local Pinterest was asked for each of its operations.

| Operation | Request | Scopes | Rate category | Notes | Called by | By hand |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

${flows.map(({ name }, at) => `${at + 1}. ${name}`).join('\n')}
`;
}
