import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { unzipSync } from 'fflate';

import { root } from './run.ts';

/**
 * `npm run reproduce`: unpacks the sources of the release that `npm run release` left, builds them five times in folders of
 * other lengths, time zones, languages and umasks, and holds every digest against the release's own.
 */
const release = path.join(root, '.output/release');
const sums = await readFile(path.join(release, 'SHA256SUMS'), 'utf8').catch(() => '');
const [, sourcesName] = /^\w+ {2}(\S+-sources\.zip)$/m.exec(sums) ?? [];
if (sourcesName === undefined) throw new Error('There is no release; npm run release makes one.');
const files = unzipSync(await readFile(path.join(release, sourcesName)));

const boxes = [
  { folder: 'a', TZ: 'UTC', LANG: 'C', umask: '022' },
  { folder: 'another-folder', TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', umask: '077' },
  { folder: 'mit Leerzeichen', TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', umask: '002' },
  { folder: 'deep/er/and/deep/er', TZ: 'Asia/Kathmandu', LANG: 'ja_JP.UTF-8', umask: '027' },
  { folder: 'x'.repeat(120), TZ: 'Antarctica/Troll', LANG: 'C.UTF-8', umask: '000' },
] as const;

async function unpack(place: string): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(place, name)), { recursive: true });
    await writeFile(path.join(place, name), bytes);
  }
}

/** The same packages: by links where the file system has them, which is the sooner way, else as npm installs them. */
async function install(place: string): Promise<void> {
  const modules = path.join(root, 'node_modules');
  const linked = spawnSync('cp', ['-al', modules, path.join(place, 'node_modules')]);
  if (linked.status !== 0) await cp(modules, path.join(place, 'node_modules'), { recursive: true });
  if (!existsSync(path.join(place, 'node_modules'))) throw new Error('No packages.');
}

const home = await mkdtemp(path.join(root, '../tack-reproduce-'));
let differing = 0;
for (const { folder, umask, TZ, LANG } of boxes) {
  const place = path.join(home, folder);
  await unpack(place);
  await install(place);
  const built = spawnSync('sh', ['-c', `umask ${umask} && exec node scripts/release.ts`], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, TZ, LANG, LC_ALL: LANG, GIT_CEILING_DIRECTORIES: home },
  });
  const made = await readFile(path.join(place, '.output/release/SHA256SUMS'), 'utf8').catch(
    () => '',
  );
  const isSame = made === sums;
  if (!isSame) differing += 1;
  console.log(
    `${isSame ? 'same  ' : 'DIFFER'}  ${folder.slice(0, 40)}, ${TZ}, ${LANG}, umask ${umask}`,
  );
  if (!isSame) console.log(made || built.stderr);
}
await rm(home, { recursive: true, force: true });
console.log(`${boxes.length} builds on ${os.platform()}, ${differing} of them differ`);
process.exitCode = differing > 0 ? 1 : 0;
