import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './run.ts';

/**
 * `node scripts/rollback.ts REVISION [VERSION]`: builds the release of an older revision under a version above the present
 * one, in a folder beside the project: stores take no lower number. The present working tree is left as it is.
 */
const [revision, wanted] = process.argv.slice(2);
if (revision === undefined)
  throw new Error('Which revision was good? node scripts/rollback.ts v0.1.0');

const versionIn = (folder: string) =>
  (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string })
    .version;

function command(folder: string, program: string, ...args: string[]): void {
  const { status } = spawnSync(program, args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed.`);
}

const [major = '0', minor = '0', patch = '0'] = versionIn(root).split('.');
const version = wanted ?? `${major}.${minor}.${Number(patch) + 1}`;
const folder = path.join(root, `../tack-rollback-${version}`);
command(root, 'git', 'worktree', 'add', '--detach', folder, revision);
command(folder, 'npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
// A release is of what is committed; this commit is on no branch.
const author = ['-c', 'user.name=rollback', '-c', 'user.email=rollback@invalid'];
command(folder, 'git', ...author, 'commit', '-qam', `${revision} as ${version}`);
command(folder, 'npm', 'ci', '--ignore-scripts');
command(folder, 'npm', 'run', 'release');
console.log(`rolled back: ${path.join(folder, '.output/release')} is ${revision} as ${version}`);
