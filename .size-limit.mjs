import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = '.output/chrome-mv3';

/**
 * What a view loads before it can paint: its page, and every script, preloaded module and style sheet it names. The board field,
 * which the popup's first script asks for, is not among them: the head is painted without it.
 */
function firstLoad(page) {
  const file = path.join(folder, page);
  if (!existsSync(file)) return [file];
  const named = readFileSync(file, 'utf8').matchAll(/(?:src|href)="\/?([^":]+[.](?:js|css))"/g);
  return [file, ...[...named].map(([, name]) => path.join(folder, name))];
}

export default [
  { name: 'popup, first load', path: firstLoad('popup.html'), gzip: true, limit: '40 kB' },
  { name: 'side panel, first load', path: firstLoad('sidepanel.html'), gzip: true, limit: '60 kB' },
  { name: 'toast script', path: path.join(folder, 'toast.js'), gzip: true, limit: '4 kB' },
  { name: 'grab script', path: path.join(folder, 'grab.js'), gzip: true, limit: '4 kB' },
  { name: 'region script', path: path.join(folder, 'region.js'), gzip: true, limit: '6 kB' },
  { name: 'pointed script', path: path.join(folder, 'pointed.js'), gzip: true, limit: '4 kB' },
  { name: 'capture script', path: path.join(folder, 'capture.js'), gzip: true, limit: '15 kB' },
  // What is in each page of a site that the person allows, the button included.
  {
    name: 'scripts of allowed sites',
    path: [path.join(folder, 'site.js'), path.join(folder, 'hover.js')],
    gzip: true,
    limit: '6 kB',
  },
  // What a worker loads before it hears anything: what most questions need is in it, as each further file is a wait
  // (scripts/worker-parts.ts). All parts together are a guard against a package that slips in: the matcher of the address bar
  // is 4 kB of them.
  { name: 'worker', path: path.join(folder, 'background.js'), gzip: true, limit: '33 kB' },
  {
    name: 'worker with all its parts',
    path: [path.join(folder, 'background.js'), path.join(folder, 'parts/*.js')],
    gzip: true,
    limit: '94 kB',
  },
];
