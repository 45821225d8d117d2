import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from './run.ts';

/** A package of which something is in what is shipped. */
export interface BundledPackage {
  name: string;
  version: string;
  licence: string;
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
      const { name, version, license } = JSON.parse(await readFile(file, 'utf8')) as {
        name: string;
        version: string;
        license?: string;
      };
      return { name, version, licence: license ?? 'none' };
    }),
  );
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
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
