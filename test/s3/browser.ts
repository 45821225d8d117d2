import path from 'node:path';

import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';

import { findBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/run.ts';
import type { Ask, Outcome } from './page.ts';

declare const upload: (ask: Ask) => Promise<Outcome>;

/** A page of a real browser in which the product's uploader runs. */
export interface UploadPage {
  upload(ask: Ask): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Opens a page that has the product's uploader. It is at the gateway's own address, as the extension's permission for the
 * upload host makes it: no other origin is in between.
 */
export async function openUploadPage(origin: string): Promise<UploadPage> {
  const script = await bundle();
  const executablePath = findBrowser();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  const page: Page = await browser.newPage();
  await page.route('**/tack-page', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Upload</title>' }),
  );
  await page.goto(`${origin}/tack-page`);
  await page.addScriptTag({ content: script, type: 'module' });
  await page.waitForFunction('"upload" in globalThis');
  return {
    upload: (ask) => page.evaluate((given) => upload(given), ask),
    close: () => browser.close(),
  };
}

async function bundle(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: 'page' },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const script = outputs.find((one) => one.type === 'chunk');
  if (!script) throw new Error('The page was not built.');
  return script.code;
}
