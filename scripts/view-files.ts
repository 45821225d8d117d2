import path from 'node:path';

import { root } from './run.ts';

/**
 * Views load what they share in a few files: each is a request of its own that holds the thread which draws for 3 to 4 ms, and
 * a popup waited for 29 of them. What two views share is one file where that is larger than the last number, in bytes, and
 * goes along with its likes where it is not.
 */
export function fewerFiles(output: unknown): void {
  const group = { name: 'shared', tags: ['$initial'], minShareCount: 2, entriesAware: true };
  Object.assign(output as object, {
    chunkFileNames: ({ name }: { name: string }) =>
      `chunks/${name.startsWith('shared~') ? 'shared' : '[name]'}-[hash].js`,
    assetFileNames: ({ names: [name = ''] }: { names: string[] }) =>
      `assets/${name.startsWith('shared~') ? 'shared' : '[name]'}-[hash].[ext]`,
    codeSplitting: {
      groups: [
        { name: firstFiles(), priority: 3 },
        // The board field, which the popup asks for as soon as it runs.
        { name: oneFile('boards', ['components/board-picker/BoardPicker.tsx']), priority: 2 },
        { name: oneFile('lists', LISTS), priority: 2 },
        // What the panel shows below its numbers.
        { name: oneFile('pins', ['components/stats/RecentPins.tsx']), priority: 1 },
        { name: oneFile('words', WORDS), priority: 2 },
        // What the popup offers for the page's site, in each of its openings.
        { name: oneFile('sites', ['components/sites/AllowHere.tsx']), priority: 1 },
        { ...group, entriesAwareMergeThreshold: 2500 },
      ],
    },
  });
}

/** What the outbox and the library are made of beside their own parts. */
const LISTS = [
  'components/ui/RovingList.tsx',
  'components/ui/SearchRow.tsx',
  'lib/outbox/filter.ts',
  'lib/outbox/schedule.ts',
  'lib/outbox/upload-progress.ts',
];

/** What the outbox says of errors and keys, as every view does where there is something to say. */
const WORDS = ['components/keys/KeysDialog.tsx', 'lib/error-text.ts'];

/** What several views begin with or ask for right after, and is too little for a file of its own. */
const SMALL = new Set(
  [
    'components/ui/Dialog.tsx',
    'lib/auth/target.ts',
    'lib/format.ts',
    'lib/state/silence.ts',
    'lib/storage/bytes.ts',
  ].map((file) => path.join(root, file)),
);

/** What the tools put around every view; around the background they put more, which is for no view to do. */
const OF_TOOLS = /virtual:wxt-(?:html-)?plugins$/;

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * Names three files by what popup and side panel begin with: both, only the popup, only the panel. What the outbox has in
 * common with the popup is in the first, or the panel would load the popup's for it, and so is what is too little for a file
 * of its own: what the tools put around every view, the popup's looks, and those of what comes right after. Nothing else is
 * opened as often; the other views load them too, where they need a part of them.
 */
function firstFiles() {
  let starts: Record<'popup' | 'panel' | 'settings' | 'outbox' | 'late', Set<string>> | null = null;
  return (id: string, graph: Graph) => {
    if (id.endsWith('main.tsx')) return null; // what a view does is for no other to do
    if (OF_TOOLS.test(id) || SMALL.has(id)) return 'first';
    starts ??= {
      popup: startOf(graph, ['entrypoints/popup/main.tsx']),
      panel: startOf(graph, ['entrypoints/sidepanel/main.tsx']),
      settings: startOf(graph, ['entrypoints/options/main.tsx']),
      outbox: startOf(graph, ['components/outbox/OutboxView.tsx']),
      late: startOf(graph, ['components/board-picker/BoardPicker.tsx', ...LISTS, ...WORDS]),
    };
    const { popup, panel, settings, outbox, late } = starts;
    const isLooks = id.endsWith('.css');
    if (popup.has(id)) return isLooks || panel.has(id) || outbox.has(id) ? 'first' : 'pinning';
    if (panel.has(id) && !settings.has(id)) return 'panel';
    if (!isLooks) return null;
    if (late.has(id)) return 'first';
    return outbox.has(id) ? 'panel' : null;
  };
}

/** Names one file for what comes together right after a view's first files, and is shared by several views. */
function oneFile(name: string, roots: readonly string[]) {
  let part: Set<string> | null = null;
  return (id: string, graph: Graph) => {
    part ??= startOf(graph, roots);
    return part.has(id) ? name : null;
  };
}

/** All that files import at once, however far away, with themselves. */
function startOf(graph: Graph, files: readonly string[]): Set<string> {
  const found = new Set(files.map((file) => path.join(root, file)));
  for (const id of found)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** Tells the popup's first script where the board field is, which the popup shows at once and does not wait for to paint. */
export const boardFieldAhead = () => ({
  name: 'tack-board-field-ahead',
  transformIndexHtml: {
    order: 'post' as const,
    handler(html: string, { filename, bundle }: { filename: string; bundle?: object }) {
      const chunk = Object.keys(bundle ?? {}).find((name) => /\bboards-[^/]+\.js$/.test(name));
      return chunk && /\bpopup\b/.test(filename)
        ? html.replace('<script src="/ahead.js"', `<script data-next="/${chunk}" src="/ahead.js"`)
        : html;
    },
  },
});

/** Makes a module of the polyfill, which is a script: else all views load what the bundler runs scripts with, in a file. */
export const polyfillAsModule = () => ({
  name: 'tack-polyfill-as-module',
  transform: (code: string, id: string) =>
    /webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/.test(id)
      ? `const exports={},module={exports};${code}\nexport default module.exports;`
      : null,
});
