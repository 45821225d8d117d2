import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { egressFile, type Egress } from '../../test/e2e/harness/net-log.ts';
import type { Exchange } from '../../test/pinterest/record.ts';
import { root } from '../run.ts';
import type { Check } from './check.ts';
import { isAtHome, kindOfField, purposeOf } from './egress-rules.ts';

const ANSWERS = 'docs/store/privacy-answers.md';

/** What is answered and no flow of the e2e run asks for, as its host has to be of the web: shown by a unit test, which the answers name. */
const notInRun = ['allowed-site'];

const read = (file: string) => readFile(path.resolve(root, file), 'utf8');

/** Names in code in the first column of the answers' tables. */
async function answered() {
  const names = (await read(ANSWERS)).matchAll(/^\|[^|]*`([\w-]+)`[^|]*\|\s*`?(\w+)/gm);
  const rows = [...names].map(([, name = '', word = '']) => ({ name, word }));
  const isHost = ({ name }: { name: string }) => /^[a-z-]+$/.test(name);
  return {
    data: rows.filter((row) => !isHost(row) && row.word !== 'No').map(({ name }) => name),
    purposes: rows.filter(isHost).map(({ name }) => name),
  };
}

interface FirefoxManifest {
  browser_specific_settings: { gecko: { data_collection_permissions: { required: string[] } } };
}

async function declared(): Promise<string[]> {
  const manifest = JSON.parse(await read('test/golden/manifest.firefox.json')) as FirefoxManifest;
  return manifest.browser_specific_settings.gecko.data_collection_permissions.required;
}

/** Every field that went to Pinterest, in an address or in a body. */
async function sentFields(): Promise<Set<string>> {
  const lines = (await read('.output/test/exchanges.jsonl')).trim().split('\n');
  return new Set(lines.flatMap((line) => fieldsOf(JSON.parse(line) as Exchange)));
}

function fieldsOf({ url, requestBody: body }: Exchange): string[] {
  const inAddress = [...new URL(url, 'http://x').searchParams.keys()];
  if (typeof body !== 'string' || body === '') return inAddress;
  const isJson = body.startsWith('{');
  const inBody = isJson ? namesIn(body) : [...new URLSearchParams(body).keys()];
  return [...inAddress, ...inBody];
}

/** A body that the record has cut is no JSON any more; its names stand at its beginning. */
function namesIn(body: string): string[] {
  try {
    return Object.keys(JSON.parse(body) as object);
  } catch {
    return [...body.matchAll(/[{,]"(\w+)":/g)].map(([, name = '']) => name);
  }
}

function difference(what: string, one: Iterable<string>, other: Iterable<string>): string[] {
  const [a, b] = [new Set(one), new Set(other)];
  return [
    ...[...a]
      .filter((each) => !b.has(each))
      .map((each) => `${what}: ${each} is not in the answers`),
    ...[...b]
      .filter((each) => !a.has(each))
      .map((each) => `${what}: ${each} is only in the answers`),
  ];
}

/** Holds what the browsers of the e2e run sent, and to whom, against what is answered to the stores (P03, P08). */
async function problemsOf(rows: readonly Egress[], isWholeRun: boolean): Promise<string[]> {
  const asked = rows.filter(({ by }) => by === 'tack');
  const strangers = [
    ...asked.filter((row) => !purposeOf(row)),
    ...rows.filter((row) => row.by !== 'tack' && !isAtHome(row)),
  ].map((row) => `A stranger: ${JSON.stringify(row)}`);
  const fields = [...(await sentFields())];
  const unknown = fields.filter((name) => !kindOfField(name)).map((name) => `A new field: ${name}`);
  if (!isWholeRun) return [...strangers, ...unknown];
  const kinds = fields.map((name) => kindOfField(name)).filter((kind) => kind && kind !== 'own');
  const { data, purposes } = await answered();
  const seen: string[] = asked.flatMap((row) => purposeOf(row) ?? []);
  return [
    ...strangers,
    ...unknown,
    ...difference('Where to', [...seen, ...notInRun], purposes),
    ...notInRun
      .filter((name) => seen.includes(name))
      .map((name) => `Where to: the run shows ${name}, which notInRun excuses`),
    ...difference('Data', kinds as string[], data),
    ...difference('Manifest', await declared(), data),
  ];
}

/** Makes the check of what was sent; only a whole run has to show all that is answered. */
export const egressCheck = ({ isWholeRun }: { isWholeRun: boolean }): Check => ({
  name: 'egress',
  async run() {
    const text = await readFile(egressFile, 'utf8').catch(() => undefined);
    if (text === undefined)
      return { ok: false, output: 'Nothing was recorded; run npm test -- e2e egress.' };
    const rows = JSON.parse(text) as Egress[];
    const problems = await problemsOf(rows, isWholeRun);
    const count = (by: string) =>
      rows.filter((row) => row.by === by).reduce((sum, row) => sum + row.count, 0);
    const hosts = new Set(rows.filter(({ by }) => by === 'tack').map(({ host }) => host)).size;
    const note = `${count('tack')} requests of Tack to ${hosts} hosts, ${count('page')} of pages`;
    return { ok: problems.length === 0, output: problems.join('\n'), note };
  },
});
