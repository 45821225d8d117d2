import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../run.ts';
import { targets } from '../targets.ts';
import type { Check } from './check.ts';

interface BundleRule {
  says: string;
  files: RegExp;
  forbidden: RegExp;
}

const bundleRules: readonly BundleRule[] = [
  {
    says: 'a script for pages knows the API',
    files: /^(?:capture|pointed|toast|site|hover|grab|region)\.js$/,
    forbidden: /api(-sandbox)?\.pinterest\.com/,
  },
  {
    // Firefox's background is built along with the views: what it does would be done by each of them as well.
    says: 'a view does what the background does',
    files: /^chunks.(?!background).*\.js$/,
    forbidden: /\bcontextMenus\.onClicked\.addListener\b/,
  },
  {
    says: 'the gallery is in what people get',
    files: /\.(js|html|css)$/,
    forbidden: /gallery-(?:part|index|row)/,
  },
  {
    says: 'somebody is listened to who may be anybody',
    files: /\.js$/,
    forbidden: /\bon(?:Connect(?:External)?|MessageExternal)\??\.addListener\b/,
  },
  {
    says: 'code is made from text',
    files: /\.js$/,
    forbidden: /\beval\(|\bFunction\(["'`]|\bnew Function\b|\bset(?:Timeout|Interval)\(["'`]/,
  },
  {
    says: 'a script comes from elsewhere',
    files: /\.(js|html)$/,
    forbidden: /<script[^>]+src=["']?https?:|\bimport(Scripts)?\(["'`]https?:/,
  },
];

/** With how many files a view begins, itself left out: each holds up what is drawn (docs/decisions/0043-opening-by-the-trace.md). */
const FIRST_FILES: Readonly<Record<string, number>> = { 'popup.html': 5, 'sidepanel.html': 6 };

function tooManyFiles(name: string, html: string): string[] {
  const files = html.match(/\b(?:src|href)="\//g)?.length ?? 0;
  const most = FIRST_FILES[name] ?? Infinity;
  return files > most ? [`${name}: begins with ${files} files, and not ${most}`] : [];
}

/** A file of late parts that has nothing in it, or nothing but another one's. */
const isNoFile = (name: string, text: string) =>
  /^chunks.*\.js$/.test(name) && /^(?:\s*|export\{[^{}]+\}from"[^"]+";?\s*)$/.test(text);

/** Gives what the files of a build must not have in them, each with its file. */
export async function breaches(folder: string): Promise<string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  const found: string[] = [];
  for (const name of names.filter((each) => /\.(js|html)$/.test(each))) {
    const text = await readFile(path.join(root, folder, name), 'utf8');
    found.push(...tooManyFiles(name, text).map((fault) => `${folder}/${fault}`));
    if (isNoFile(name, text)) found.push(`${folder}/${name}: nothing of its own is in it`);
    for (const { says, files, forbidden } of bundleRules) {
      const [match] = forbidden.exec(text) ?? [];
      if (files.test(name) && match !== undefined) {
        found.push(`${folder}/${name}: ${says} (${match})`);
      }
    }
  }
  // It stands beside the extension, in a build of its own (docs/decisions/0032-gallery.md).
  found.push(
    ...names
      .filter((name) => /gallery/i.test(name))
      .map((name) => `${folder}/${name}: the gallery was built in`),
  );
  if (!names.includes('capture.js')) found.push(`${folder}: no capture.js was built`);
  return found;
}

/** Looks through all that was built for what no build may have. */
export const bundles: Check = {
  name: 'bundles',
  async run() {
    const found = await Promise.all(targets.map(({ folder }) => breaches(folder)));
    return { ok: found.flat().length === 0, output: found.flat().join('\n') };
  },
};
