import { describe, expect, it } from 'vitest';

import { wholeFiles } from './whole-files.ts';

const chunk = (code: string) => ({ type: 'chunk', code });

const make = (bundle: Record<string, { type: string; code?: string }>) => {
  wholeFiles().generateBundle.handler(null, bundle);
  return bundle;
};

describe('files of a view', () => {
  it('are asked for where they are, and by the names that they have there', () => {
    const bundle = make({
      'chunks/Field-1.js': chunk('export{t as Field,n as kinds}from"./fields-2.js";'),
      'chunks/fields-2.js': chunk('export{t,n,r}'),
      'chunks/first-3.js': chunk(
        'd=["chunks/Field-1.js","chunks/fields-2.js"];await import(`./Field-1.js`)',
      ),
    });
    expect(Object.keys(bundle)).toEqual(['chunks/fields-2.js', 'chunks/first-3.js']);
    expect(bundle['chunks/first-3.js']?.code).toBe(
      'd=["chunks/fields-2.js","chunks/fields-2.js"];await import("./fields-2.js").then(m=>({Field:m.t,kinds:m.n}))',
    );
  });

  it('are asked for by the same names from another folder', () => {
    const bundle = make({
      'chunks/open-1.js': chunk('export{n as begin}from"./open-2.js";'),
      'chunks/open-2.js': chunk('export{t,n}'),
      'background.js': chunk('a(()=>import(`./chunks/open-1.js`)).begin()'),
    });
    expect(bundle['background.js']?.code).toBe(
      'a(()=>import("./chunks/open-2.js").then(m=>({begin:m.n}))).begin()',
    );
  });

  it.each(['import(base+"/chunks/open-1.js")', 'import{begin}from"./chunks/open-1.js";'])(
    'are not built where one is asked for in a way that is not known: %s',
    (code) => {
      const bundle = {
        'chunks/open-1.js': chunk('export{n as begin}from"./open-2.js";'),
        'chunks/open-2.js': chunk('export{t,n}'),
        'background.js': chunk(code),
      };
      expect(() => make(bundle)).toThrow('open-1.js is asked for');
    },
  );

  it('stay where they do more than to hand on another', () => {
    const bundle = {
      'chunks/a-1.js': chunk('import{t}from"./b-2.js";t();export{t as run};'),
      'chunks/b-2.js': chunk('export{t}'),
      'assets/a.css': { type: 'asset' },
    };
    expect(make({ ...bundle })).toEqual(bundle);
  });
});
