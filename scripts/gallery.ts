import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';

import { fileName } from '../test/e2e/harness/gallery-golden.ts';
import {
  buildGallery,
  listStates,
  openState,
  serveGallery,
  type ListedState,
} from '../test/e2e/harness/gallery-page.ts';
import { findBrowser } from './browser.mjs';
import { root, run } from './run.ts';

/**
 * `npm run gallery`: every view in each of its states, in a page to look through. `-- record [name]` agrees to how they
 * look as they are now; `-- pictures [name]` leaves a picture of each in docs/gallery: light and dark, at 100 % and below at 200 %.
 */
const [what = 'look', wanted = ''] = process.argv.slice(2);
const folder = path.join(root, 'docs/gallery');
const GAP = 16;

async function record(): Promise<void> {
  const env = { TACK_GALLERY: 'record', TACK_STATES: wanted };
  const { ok, output } = await run('playwright', ['test', 'gallery.spec', '--retries=0'], { env });
  console.log(output);
  if (!ok) process.exitCode = 1;
}

async function shots(page: Page, url: string, state: ListedState, zoom: 1 | 2) {
  await openState(page, url, state, { zoom });
  const taken: Buffer[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    taken.push(await page.screenshot({ animations: 'disabled' }));
  }
  return taken;
}

/** Puts four pictures of one state on a sheet, at half their size. */
async function sheetOf(pictures: readonly Buffer[], file: string): Promise<void> {
  const halves = await Promise.all(
    pictures.map(async (picture) => {
      const { width } = await sharp(picture).metadata();
      return sharp(picture)
        .resize({ width: Math.round(width / 2) })
        .toBuffer({ resolveWithObject: true });
    }),
  );
  const width = Math.max(...halves.map(({ info }) => info.width)) + GAP;
  const heights = [0, 2].map((at) => (halves[at]?.info.height ?? 0) + GAP);
  await sharp({
    create: {
      width: width * 2,
      height: heights.reduce((sum, height) => sum + height, 0),
      channels: 3,
      background: '#888888',
    },
  })
    .composite(
      halves.map(({ data }, at) => ({
        input: data,
        left: (at % 2) * width,
        top: at < 2 ? 0 : (heights[0] ?? 0),
      })),
    )
    .webp({ quality: 60 })
    .toFile(file);
}

async function takePictures(url: string): Promise<void> {
  const browser = await chromium.launch({
    ...(findBrowser() ? { executablePath: findBrowser()! } : {}),
    args: ['--no-sandbox'],
  });
  if (wanted === '') await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const open = (deviceScaleFactor: 1 | 2) =>
    browser.newPage({ timezoneId: 'UTC', locale: 'en-GB', deviceScaleFactor });
  const [usual, large] = [await open(1), await open(2)];
  const { states } = await listStates(usual, url);
  for (const state of states.filter(({ name }) => name.startsWith(wanted))) {
    const pictures = [
      ...(await shots(usual, url, state, 1)),
      ...(await shots(large, url, state, 2)),
    ];
    await sheetOf(pictures, path.join(folder, `${fileName(state.name)}.webp`));
    console.log(state.name);
  }
  await browser.close();
}

if (what === 'record') await record();
else {
  await buildGallery();
  const { server, url } = await serveGallery();
  if (what === 'pictures') {
    await takePictures(url);
    server.close();
  } else console.log(`The gallery is at ${url}; Ctrl+C ends it.`);
}
