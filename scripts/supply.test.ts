// @vitest-environment node
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { noticeOf, noticesOf } from './bundled.ts';
import { root } from './run.ts';
import { secretsIn } from './secrets.ts';
import { zipOf } from './zip.ts';

interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface LockRow {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Versions that are asked for; one with a colon or a slash would name another place. */
const rangesOf = ({ dependencies, devDependencies, optionalDependencies }: LockRow): string[] =>
  Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });

const read = (name: string) => readFile(path.join(root, name), 'utf8');
const project = JSON.parse(await read('package.json')) as Package;

describe('what Tack is made of', () => {
  // X03
  it('is shipped with the whole text of each licence and who holds the rights, also where a package has no such file', async () => {
    const wxt = JSON.parse(await read('node_modules/wxt/package.json')) as Parameters<
      typeof noticeOf
    >[0];
    const notice = await noticeOf(wxt);

    expect(notice).toContain('Copyright (c) Aaron Klinker\n');
    expect(notice).not.toContain('Tack');
    expect(notice).toContain('The above copyright notice and this permission notice shall be');
    const all = await noticesOf([{ name: 'wxt', version: wxt.version, licence: 'MIT', notice }]);
    expect(all).toContain('The Tack authors');
    expect(all).toContain(`wxt ${wxt.version}\n\nMIT License`);
    expect(await noticeOf({ ...wxt, license: 'ISC' })).toBe('');
    expect(await noticeOf({ name: 'x', version: '1', license: 'MIT' })).toBe('');
  });

  // X02
  it('has at most ten packages of others at run time, each pinned to one version', () => {
    expect(Object.keys(project.dependencies).length).toBeLessThanOrEqual(10);
    const versions = Object.values({ ...project.dependencies, ...project.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  // X01
  it('is taken from no other place than the registry, and known by its digest, builds for every system as well', async () => {
    const { packages } = JSON.parse(await read('package-lock.json')) as {
      packages: Record<string, LockRow>;
    };
    const rows = Object.entries(packages).filter(([name]) => name !== '');

    expect(rows.length).toBeGreaterThan(700);
    expect(rows.filter(([, { resolved, link, inBundle }]) => resolved ?? link ?? inBundle)).toEqual(
      [],
    );
    const wanted = Object.values(packages).flatMap(rangesOf);
    expect(wanted.filter((range) => /[:/]/.test(range))).toEqual([]);
    const unknown = rows.filter(
      ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    );
    expect(unknown).toEqual([]);
    const oxfmt = rows.filter(([name]) => name.startsWith('node_modules/@oxfmt/binding-'));
    expect(oxfmt.length).toBeGreaterThan(15);
  });

  // X07
  it('is built by workflows that name each action by its hash and begin with no rights', async () => {
    const folder = '.github/workflows';
    for (const name of await readdir(path.join(root, folder))) {
      const text = await read(`${folder}/${name}`);
      const used = [...text.matchAll(/uses:\s*(\S+)/g)].map(([, action]) => action);
      expect(used.filter((action) => !/^[\w./-]+@[\da-f]{40}$/.test(action ?? ''))).toEqual([]);
      expect(text).toMatch(/^permissions: \{\}$/m);
      expect(text).not.toMatch(/: write\b|pull_request_target|secrets\./);
    }
  });

  // X09
  it('has no secret in it', async () => {
    const places = ['lib', 'components', 'entrypoints', 'scripts', 'docs', 'broker', 'public'];
    for (const place of places) {
      const entries = await readdir(path.join(root, place), {
        recursive: true,
        withFileTypes: true,
      });
      for (const entry of entries.filter((each) => each.isFile()))
        expect(
          secretsIn(await readFile(path.join(entry.parentPath, entry.name), 'latin1')),
        ).toEqual([]);
    }
  });

  it.each([
    ['a Pinterest access token', `pina_${'A1'.repeat(40)}`],
    ['a private key', ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ')],
    ['a token of GitHub', `ghp_${'a1'.repeat(18)}`],
  ])('would be seen to have %s', (kind, text) => {
    expect(secretsIn(`const key = '${text}';`)).toEqual([kind]);
  });
});

describe('zipOf', () => {
  // X04
  it('gives the same bytes for the same files in any order, and the files back', async () => {
    const names = ['LICENSE', 'README.md', 'docs/privacy.md'];

    const zip = await zipOf(root, names);

    expect(await zipOf(root, names.toReversed())).toEqual(zip);
    expect(Object.keys(unzipSync(zip))).toEqual(names);
    const other = unzipSync(await zipOf(root, names, { LICENSE: 'another text' }));
    expect(new TextDecoder().decode(other['LICENSE'])).toBe('another text');
    expect(other['README.md']).toEqual(unzipSync(zip)['README.md']);
  });
});
