/** What is built, as far as it is looked at here. */
interface Chunk {
  type: string;
  fileName: string;
  code?: string;
  isEntry?: boolean;
  /** Files that it begins with. */
  imports?: string[];
}

/** Where the parts of Chrome's worker are. */
export const PARTS = 'parts';

/**
 * What parts have in common: with them where it is small, and with what the worker begins with where most parts have it. The
 * browser reads all files of a worker one after the other at each of its starts, and gives none before its turn has come: of
 * 45 files the last came after 40 ms, of 17 after 10 (docs/decisions/0047-awake-in-time.md). The number is bytes.
 */
export const fewerParts = {
  groups: [
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 12_000 },
  ],
};

/**
 * Makes Chrome's worker load a part when it is needed. A worker may not `import()`, and one that is made of modules loads all of
 * them at each start; but a classic one may `importScripts` later what it has read once while it was installed
 * (docs/decisions/0034-worker-parts.md). Takes what is built as CommonJS: each part becomes a script that hands over its
 * function, and the worker's own file holds what asks for them, and all that the worker begins with.
 */
export const workerParts = () => ({
  name: 'tack-worker-parts',
  generateBundle(_: unknown, bundle: Record<string, Chunk>) {
    const entry = Object.values(bundle).find(({ isEntry }) => isEntry);
    if (!entry) return;
    const first = begunWith(entry, bundle);
    for (const { fileName } of first) if (fileName !== entry.fileName) delete bundle[fileName];
    const parts = Object.values(bundle).filter(
      (chunk) => chunk.type === 'chunk' && chunk !== entry,
    );
    entry.code = [
      loader(parts.map(nameOf)),
      ...first.map(handOver),
      `tackNeed(${JSON.stringify(nameOf(entry))});\n`,
    ].join('');
    for (const part of parts) part.code = handOver(part);
  },
});

/** All that is loaded before the entry's first line, and the entry. */
function begunWith(entry: Chunk, bundle: Record<string, Chunk>): Chunk[] {
  const found = new Set([entry]);
  for (const { imports = [] } of found)
    for (const name of imports) if (bundle[name]) found.add(bundle[name]);
  return [...found];
}

const nameOf = ({ fileName }: Chunk) => fileName.slice(fileName.lastIndexOf('/') + 1);

const handOver = (chunk: Chunk) =>
  `tackPart(${JSON.stringify(nameOf(chunk))},function(require,module,exports){${chunk.code}\n});\n`;

/** No script but these ever runs: Trusted Types let the worker name its own parts, and nothing else. */
const loader = (names: string[]) => `"use strict";
var tackPart,tackNeed;
(()=>{
const names=${JSON.stringify(names)},made={},loaded={};
const urls=trustedTypes.createPolicy("tack-parts",{createScriptURL(name){
if(!names.includes(name))throw new TypeError(name);
return "/${PARTS}/"+name}});
const load=(...some)=>importScripts(...some.map(name=>urls.createScriptURL(name)));
tackPart=(name,make)=>{made[name]=make};
tackNeed=path=>{
const name=path.slice(path.lastIndexOf("/")+1);
if(loaded[name])return loaded[name].exports;
if(!made[name])load(name);
const module=loaded[name]={exports:{}};
made[name](tackNeed,module,module.exports);
return module.exports};
addEventListener("install",()=>load(...names));
})();
`;
