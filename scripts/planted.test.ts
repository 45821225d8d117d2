// @vitest-environment node
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { root, run } from './run.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tack-planted-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** A project that needs a package which, when it is installed, runs a script of its own. */
async function plant(): Promise<{ isRun: () => boolean }> {
  const mark = path.join(folder, 'was-run');
  const evil = path.join(folder, 'evil');
  await mkdir(evil);
  await writeFile(
    path.join(evil, 'steal.cjs'),
    `require('fs').writeFileSync(${JSON.stringify(mark)}, '');`,
  );
  const scripts = { preinstall: 'node steal.cjs', postinstall: 'node steal.cjs' };
  await writeFile(
    path.join(evil, 'package.json'),
    JSON.stringify({ name: 'evil', version: '1.0.0', scripts }),
  );
  const dependencies = { evil: 'file:evil' };
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'victim', version: '1.0.0', dependencies }),
  );
  return { isRun: () => existsSync(mark) };
}

const npm = (...args: string[]) =>
  run('npm', [...args, '--prefix', folder, '--offline', '--no-audit', '--no-fund']);

describe('a package that runs a script when it is installed', () => {
  // X08
  it('runs none where packages are installed as every way to Tack installs them', async () => {
    const { isRun } = await plant();
    await npm('install', '--package-lock-only');
    expect((await npm('ci', '--ignore-scripts')).ok).toBe(true);
    expect(existsSync(path.join(folder, 'node_modules/evil'))).toBe(true);
    expect(isRun()).toBe(false);

    await npm('ci', '--foreground-scripts');
    expect(isRun()).toBe(true); // the bait is good
  });

  // X08
  it.each([
    'scripts/setup.mjs',
    'scripts/rollback.ts',
    '.github/workflows/release.yml',
    'docs/release.md',
  ])('is not let to by %s', async (name) => {
    const lines = (await readFile(path.join(root, name), 'utf8')).split('\n');
    const isInstall = /npm ci(?! failed)|['"]npm['"], \[?['"]ci['"]/;
    const installs = lines.filter((line) => isInstall.test(line));

    expect(installs).not.toEqual([]);
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([]);
  });

  // X08
  it('is not among those that Tack is made of', async () => {
    const { packages } = JSON.parse(
      await readFile(path.join(root, 'package-lock.json'), 'utf8'),
    ) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const rows = Object.entries(packages);

    expect(rows.length).toBeGreaterThan(700);
    expect(rows.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });
});
