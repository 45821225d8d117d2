import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from './run.ts';

/** A package of which something is in what is shipped. */
export interface BundledPackage {
  name: string;
  version: string;
  licence: string;
  /** Its licence with who holds the rights, as the package has it, or made of what it says of itself; '' where it says too little. */
  notice: string;
}

/** Licences that let a package be shipped within a program of another one. */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
]);

/** Where a build writes the modules that it bundled (`TACK_BUNDLED`, read by wxt.config.ts). */
export const bundledFile = path.join(root, '.output/bundled.txt');

/** The packages that the modules of a build are of: not what is installed, but what is in the files. */
export async function bundledPackages(): Promise<BundledPackage[]> {
  const modules = (await readFile(bundledFile, 'utf8')).split('\n');
  const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
  const found = await Promise.all(
    [...folders].map(async (folder) => {
      const file = path.join(root, folder, 'package.json');
      const stated = JSON.parse(await readFile(file, 'utf8')) as Stated;
      const { name, version, license: licence = 'none' } = stated;
      const notice = (await noticeIn(folder)) || (await noticeOf(stated));
      return { name, version, licence, notice };
    }),
  );
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** What a package says of itself. */
interface Stated {
  name: string;
  version: string;
  license?: string;
  author?: string | { name?: string };
}

/**
 * The licence of a package that comes without its text, as those of WXT do: MIT asks for its terms and for who holds the
 * rights, and the terms are the same for everybody. '' for any other licence, and where no author is named.
 */
export async function noticeOf({ license, author }: Stated): Promise<string> {
  const holder = typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : author?.name;
  if (license !== 'MIT' || !holder) return '';
  const own = await readFile(path.join(root, 'LICENSE'), 'utf8');
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`).trim();
}

async function noticeIn(folder: string): Promise<string> {
  const names = (await readdir(path.join(root, folder))).filter((name) =>
    /^(?:licen[cs]e|notice)(?:\.(?:md|txt))?$/i.test(name),
  );
  const texts = names.toSorted().map((name) => readFile(path.join(root, folder, name), 'utf8'));
  return (await Promise.all(texts)).join('\n').replaceAll('\r\n', '\n').trim();
}

/** What goes into each zip for a browser: the licence of Tack and of every package that is in it, as they ask for. */
export async function noticesOf(packages: readonly BundledPackage[]): Promise<string> {
  const own = {
    name: 'Tack',
    version: '',
    notice: await readFile(path.join(root, 'LICENSE'), 'utf8'),
  };
  return [own, ...packages]
    .map(({ name, version, notice }) => `${`${name} ${version}`.trim()}\n\n${notice.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** `…/node_modules/@scope/name/dist/x.js` is of `node_modules/@scope/name`. */
function packageFolder(id: string): string | null {
  const match = /^.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id);
  const folder = match && path.join('node_modules', match[1] ?? '');
  return folder && existsSync(path.join(root, folder, 'package.json')) ? folder : null;
}

/** A bill of materials in CycloneDX 1.5, the same for the same build: without a moment or a number of its own. */
export function sbomOf(version: string, packages: readonly BundledPackage[]): string {
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `pkg:npm/tack@${version}`,
        name: 'tack',
        version,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: packages.map(({ name, version: of, licence }) => ({
      type: 'library',
      'bom-ref': `pkg:npm/${encodeURIComponent(name).replace('%2F', '/')}@${of}`,
      name,
      version: of,
      purl: `pkg:npm/${encodeURIComponent(name).replace('%2F', '/')}@${of}`,
      licenses: [{ license: { id: licence } }],
    })),
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}
