import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { allowedLicences, bundledFile, bundledPackages, noticesOf, sbomOf } from './bundled.ts';
import { root, run } from './run.ts';
import { secretsIn } from './secrets.ts';
import { buildTargets, targets } from './targets.ts';
import { zipOf } from './zip.ts';

/**
 * `npm run release`: a zip for each browser, one of the sources, their digests, and the list of what is bundled, in
 * `.output/release/`. The same source gives the same bytes on every machine (docs/release.md).
 */
const folder = path.join(root, '.output/release');
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
};

async function filesIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)));
}

async function git(...args: string[]): Promise<string | null> {
  const { ok, stdout } = await run('git', args);
  return ok ? stdout : null;
}

/** Whether this folder is a repository, and not merely within one, as unpacked sources may be. */
async function isRepository(): Promise<boolean> {
  const top = (await git('rev-parse', '--show-toplevel'))?.trim();
  return Boolean(top) && (await realpath(top ?? '')) === (await realpath(root));
}

/** A release is of one commit, and of the version that its tag names. */
async function faultsOfState(): Promise<string[]> {
  const changed = await git('status', '--porcelain');
  const tags = (await git('tag', '--points-at', 'HEAD', 'v*'))?.split('\n').filter(Boolean) ?? [];
  return [
    ...(changed
      ? [`A release is of what is committed, and this is not:\n${changed.trimEnd()}`]
      : []),
    ...(tags.length > 0 && !tags.includes(`v${version}`)
      ? [`The tag is ${tags.join(', ')}, the version ${version}.`]
      : []),
  ];
}

/** What is under version control; in the unpacked sources, which are not, all but what a build leaves. */
async function sources(): Promise<string[]> {
  if (ofRepository) return ((await git('ls-files', '-z')) ?? '').split('\0').filter(Boolean);
  const made = /^(?:node_modules|\.output|\.wxt|\.git)(?:[\\/]|$)/;
  return (await filesIn(root)).filter((name) => !made.test(name));
}

async function scan(place: string, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) =>
      secretsIn(await readFile(path.join(place, name), 'latin1')).map((kind) => `${name}: ${kind}`),
    ),
  );
  return found.flat();
}

/** The stores of Chrome, Edge and Opera give ids of their own, and may refuse a first package that fixes one. */
async function withoutKey(place: string): Promise<string> {
  const text = await readFile(path.join(place, 'manifest.json'), 'utf8');
  const { key: _, ...manifest } = JSON.parse(text) as Record<string, unknown>;
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function fail(...lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}

const ofRepository = await isRepository();
if (ofRepository) {
  const faults = await faultsOfState();
  if (faults.length > 0) fail(...faults);
}
await rm(folder, { recursive: true, force: true });
await rm(bundledFile, { force: true });
await mkdir(folder, { recursive: true });
const failed = await buildTargets({ env: { TACK_BUNDLED: bundledFile } });
if (failed) fail(failed.output);

const packages = await bundledPackages();
const unknown = packages.filter(({ licence }) => !allowedLicences.has(licence));
if (unknown.length > 0)
  fail(
    ...unknown.map(({ name, licence }) => `${name} may not be shipped: its licence is ${licence}`),
  );
const silent = packages.filter(({ notice }) => notice === '');
if (silent.length > 0)
  fail(
    ...silent.map(
      ({ name }) => `${name} comes without the text of its licence, and without an author`,
    ),
  );

const notices = await noticesOf(packages);
const files = new Map<string, Uint8Array>([
  ['sbom.cdx.json', new TextEncoder().encode(sbomOf(version, packages))],
]);
for (const { browser, folder: built } of targets) {
  const place = path.join(root, built);
  await writeFile(path.join(place, 'LICENSES.txt'), notices);
  const names = await filesIn(place);
  const secrets = await scan(place, names);
  if (secrets.length > 0) fail(...secrets);
  files.set(`tack-${version}-${browser}.zip`, await zipOf(place, names));
  if (browser === 'chrome')
    files.set(
      `tack-${version}-chrome-store.zip`,
      await zipOf(place, names, { 'manifest.json': await withoutKey(place) }),
    );
}
const names = await sources();
const secrets = await scan(root, names);
if (secrets.length > 0) fail(...secrets);
files.set(`tack-${version}-sources.zip`, await zipOf(root, names));

const sums = [...files]
  .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  .join('');
files.set('SHA256SUMS', new TextEncoder().encode(sums));
for (const [name, bytes] of files) await writeFile(path.join(folder, name), bytes);
console.log(sums.trimEnd());
console.log(
  `bundled: ${packages.map(({ name, version: of, licence }) => `${name} ${of} (${licence})`).join(', ')}`,
);
