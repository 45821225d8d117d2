// @vitest-environment node
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { readNetLog } from '../../test/e2e/harness/net-log.ts';
import { root } from '../run.ts';
import { isAtHome, purposeOf } from './egress-rules.ts';

const tack = 'chrome-extension://abc';

/** Lines as Chromium writes them: what is asked for, and then what was said to the server. */
const asked = (id: number, initiator: string, url: string, type = 'other') =>
  `${JSON.stringify({ params: { initiator, request_type: type, url }, source: { id }, type: 134 })},`;
const headers = (id: number, dest: string) =>
  `${JSON.stringify({ params: { headers: [`Sec-Fetch-Dest: ${dest}`] }, source: { id }, type: 200 })},`;

const log = [
  '{"constants":{}},',
  asked(1, tack, 'http://pinterest.localhost:4010/v5/pins?x=1'),
  headers(1, 'empty'),
  asked(2, tack, 'https://collector.example/a'),
  asked(3, 'http://kitchen.localhost', 'http://cdn.localhost/a.jpg'),
  headers(3, 'image'),
  asked(3, 'http://kitchen.localhost', 'https://collector.example/a.jpg'),
  asked(4, 'not an origin', 'https://update.example/browser'),
  asked(5, 'not an origin', 'http://kitchen.localhost/', 'main frame'),
  asked(6, tack, 'http://uploads.localhost/').slice(0, 60), // the browser was killed while it wrote
];

describe('what the browsers of the e2e run sent', () => {
  it('is read with who asked, what for and where they were sent on to, without the browser’s own', async () => {
    const rows = await readNetLog(log, tack);

    expect(rows.map((row) => [row.by, row.for, row.host, row.path])).toEqual([
      ['tack', 'empty', 'pinterest.localhost', '/v5'],
      ['tack', 'none', 'collector.example', '/a'],
      ['page', 'image', 'cdn.localhost', '/a.jpg'],
      ['page', 'image', 'collector.example', '/a.jpg'],
      ['person', 'none', 'kitchen.localhost', '/'],
    ]);
  });

  // P03
  it('has no stranger in it: a host that nobody answered for is told, whoever asked it', async () => {
    const rows = await readNetLog(log, tack);
    const strangers = rows.filter((row) => (row.by === 'tack' ? !purposeOf(row) : !isAtHome(row)));

    expect(strangers.map(({ by, host }) => `${by} ${host}`)).toEqual([
      'tack collector.example',
      'page collector.example',
    ]);
  });

  it('is by script to Pinterest, its upload host and a broker, and to no site for its pictures alone', () => {
    const from = { by: 'tack', path: '/photos', count: 1 } as const;

    expect(purposeOf({ ...from, for: 'empty', host: 'kitchen.localhost' })).toBeUndefined();
    expect(purposeOf({ ...from, for: 'image', host: 'kitchen.localhost' })).toBe('shown-picture');
    expect(purposeOf({ ...from, for: 'script', host: 'kitchen.localhost' })).toBeUndefined();
  });

  it('is to a site that a pin links to as a question alone, from Tack alone, and with no path', () => {
    const question = {
      by: 'tack',
      for: 'none',
      host: 'cakes.invalid',
      path: '/',
      count: 1,
    } as const;

    expect(purposeOf(question)).toBe('linked-site');
    expect(purposeOf({ ...question, for: 'empty' })).toBe('linked-site'); // as Firefox says it
    expect(purposeOf({ ...question, for: 'image' })).toBeUndefined();
    expect(purposeOf({ ...question, path: '/v5' })).toBeUndefined();
    expect(purposeOf({ ...question, host: 'cakes2.invalid' })).toBeUndefined();
    expect(isAtHome({ ...question, by: 'page' })).toBe(false);
  });
});

describe('the answers about data', () => {
  // P08
  it('name the kinds of data that Firefox is told of', async () => {
    const answers = await readFile(path.join(root, 'docs/store/privacy-answers.md'), 'utf8');
    const golden = await readFile(path.join(root, 'test/golden/manifest.firefox.json'), 'utf8');
    const { browser_specific_settings: own } = JSON.parse(golden) as {
      browser_specific_settings: {
        gecko: { data_collection_permissions: { required: string[] } };
      };
    };
    const named = [...answers.matchAll(/\(`(\w+)`\)/g)].map(([, name = '']) => name);

    expect(named).toEqual(own.gecko.data_collection_permissions.required);
  });
});
