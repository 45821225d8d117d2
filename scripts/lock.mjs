import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the packages of other platforms into package-lock.json where a registry did not offer them. A mirror may serve
 * only its own platform's builds; npm then leaves the rest out of the lock, and `npm ci` refuses such a lock everywhere.
 * Run it after every `npm install`. Such rows have no digest, which scripts/supply.test.ts tells of. The names say the platform: `@oxfmt/binding-linux-arm64-musl`.
 */

process.chdir(path.join(import.meta.dirname, '..'));

const FILE = 'package-lock.json';
const SYSTEMS = new Set(['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']);
const LIBRARIES = { gnu: 'glibc', musl: 'musl' };

function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const at = words.findIndex((word) => SYSTEMS.has(word));
  const [os, cpu, suffix] = words.slice(at);
  if (at < 0 || !cpu) throw new Error(`${name} names no platform that this script knows.`);
  const libc = os === 'linux' ? LIBRARIES[suffix] : undefined;
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = [];
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const folder = `node_modules/${name}`;
    if (Object.keys(lock.packages).some((key) => key.endsWith(folder))) continue;
    lock.packages[folder] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(FILE, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(added.length > 0 ? `lock: added ${added.join(', ')}` : 'lock: nothing was missing');
