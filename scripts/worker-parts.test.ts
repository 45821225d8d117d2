// @vitest-environment node
import vm from 'node:vm';

import { describe, expect, it } from 'vitest';

import { workerParts } from './worker-parts.ts';

/** As CommonJS comes out of the bundler: `first` is begun with, `late` is loaded when it is asked for. */
const built = () => ({
  'background.js': {
    type: 'chunk',
    fileName: 'background.js',
    isEntry: true,
    imports: ['parts/first.js'],
    code: 'const first=require("./parts/first.js");said.push("entry "+first.word);globalThis.ask=()=>require("./parts/late.js").word;exports.own=1;',
  },
  'parts/first.js': {
    type: 'chunk',
    fileName: 'parts/first.js',
    code: 'said.push("first");exports.word="one";',
  },
  'parts/late.js': {
    type: 'chunk',
    fileName: 'parts/late.js',
    code: 'said.push("late");exports.word="two "+require("../background.js").own+require("./first.js").word;',
  },
});

/** Runs what is built as Chrome's worker does, with Trusted Types that take no text for an address. */
function start() {
  const bundle = built();
  workerParts().generateBundle(null, bundle);
  const files = bundle as Record<string, { code: string } | undefined>;
  const [said, loads]: [string[], string[][]] = [[], []];
  const state: { install?: () => void; policy?: { createScriptURL(name: string): string } } = {};
  const world: Record<string, unknown> = {
    said,
    addEventListener: (_: string, run: () => void) => (state.install = run),
    trustedTypes: {
      createPolicy: (_: string, policy: { createScriptURL(name: string): string }) =>
        (state.policy = policy),
    },
    importScripts: (...urls: string[]) => {
      loads.push(urls);
      for (const url of urls) vm.runInContext(files[url.slice(1)]?.code ?? '', context);
    },
  };
  const context = vm.createContext(world);
  vm.runInContext(files['background.js']?.code ?? '', context);
  return { files, said, loads, state, ask: world['ask'] as () => string };
}

describe('workerParts', () => {
  it('begins with all that the worker begins with, in its own file', () => {
    const { files, said, loads } = start();

    expect(said).toEqual(['first', 'entry one']);
    expect(loads).toEqual([]);
    expect(Object.keys(files)).toEqual(['background.js', 'parts/late.js']);
  });

  it('loads a part when it is asked for, and once', () => {
    const { said, loads, ask } = start();

    expect(ask()).toBe('two 1one');
    expect(ask()).toBe('two 1one');

    expect(loads).toEqual([['/parts/late.js']]);
    expect(said).toEqual(['first', 'entry one', 'late']);
  });

  it('reads every part while it is installed, and runs none', () => {
    const { said, loads, state } = start();

    state.install?.();

    expect(loads).toEqual([['/parts/late.js']]);
    expect(said).not.toContain('late');
  });

  it('lets no other script through', () => {
    const { state } = start();

    expect(() => state.policy?.createScriptURL('https://evil.test/x.js')).toThrow('evil');
    expect(() => state.policy?.createScriptURL('../popup.js')).toThrow('popup');
  });
});
