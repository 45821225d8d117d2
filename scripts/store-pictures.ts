import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import sharp from 'sharp';

import { root } from './run.ts';

/**
 * Makes the stores' pictures, at their sizes, of what the tour saw: `npm start -- --tour && node scripts/store-pictures.ts`.
 * They are left in `.output/store/`: 1280×800 (Chrome, Edge and Firefox), the same at 640×400, and Chrome's tile of 440×280.
 */

const tour = path.join(root, '.output/tour');
const folder = path.join(root, '.output/store');

const [WIDTH, HEIGHT] = [1280, 800];
const MARGIN = 16;

/** A view over the page that it was opened on; the pictures' names are the tour's. */
const scenes = [
  { name: '1-composer', page: '01-page', view: '05-composer-light' },
  { name: '2-board', page: '01-page', view: '06-board-light' },
  { name: '3-pinned', page: '07-toast' },
  { name: '4-numbers', page: '01-page', view: '10-numbers-light' },
  { name: '5-dark', page: '01-page', view: '05-composer-dark' },
] as const;

const tourFile = (name: string) => path.join(tour, `${name}.png`);

/** A page as a window shows it, cut to the stores' shape from its top. */
const backdrop = (page: string) =>
  sharp(tourFile(page)).resize(WIDTH, HEIGHT, { fit: 'cover', position: 'top' });

/** A popup with the edge that a browser's window gives it, no higher than the picture. */
async function framed(view: string): Promise<Buffer> {
  const room = { width: WIDTH, height: HEIGHT - 2 * MARGIN };
  const inside = { ...room, fit: 'inside', withoutEnlargement: true } as const;
  const edge = { top: 1, bottom: 1, left: 1, right: 1, background: '#00000040' };
  return sharp(tourFile(view)).resize(inside).extend(edge).png().toBuffer();
}

async function draw(scene: (typeof scenes)[number]): Promise<void> {
  const page = backdrop(scene.page);
  if ('view' in scene) {
    const input = await framed(scene.view);
    const { width } = await sharp(input).metadata();
    page.composite([{ input, left: WIDTH - width - MARGIN, top: MARGIN }]);
  }
  const large = await page.flatten().png().toBuffer();
  await sharp(large).toFile(path.join(folder, `${scene.name}-1280x800.png`));
  await sharp(large)
    .resize(WIDTH / 2, HEIGHT / 2)
    .png()
    .toFile(path.join(folder, `${scene.name}-640x400.png`));
}

/** The mark on its own ground: a tile is shown small, where no word could be read. */
async function drawTile(): Promise<void> {
  const mark = await sharp(path.join(root, 'docs/assets/icon.svg'), { density: 300 })
    .resize(200, 200)
    .png()
    .toBuffer();
  const ground = { width: 440, height: 280, channels: 3, background: '#f6f1e7' } as const;
  await sharp({ create: ground })
    .composite([{ input: mark, gravity: 'centre' }])
    .png()
    .toFile(path.join(folder, 'tile-440x280.png'));
}

await mkdir(folder, { recursive: true });
for (const scene of scenes) await draw(scene);
await drawTile();
console.log(`The stores’ pictures are in ${path.relative(process.cwd(), folder)}.`);
