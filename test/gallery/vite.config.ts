import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The gallery: Tack's components in each of their states, in a page of its own that is no part of the extension. The
 * browser's extension API is a stand-in there, and so is the background; all else is the product's.
 */
const oneFile = { rollupOptions: { output: { codeSplitting: false } } };

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: here('../../public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: { 'wxt/browser': here('./browser.ts'), '@wxt-dev/browser': here('./browser.ts') },
  },
  build: { outDir: here('../../.output/gallery'), emptyOutDir: true, minify: false, ...oneFile },
  logLevel: 'error',
});
