/** Draws `public/icon/*.png` from `docs/assets/icon.svg`. Run by hand when the drawing changes: `node scripts/icons.mjs`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import sharp from 'sharp';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'public/icon');
await mkdir(folder, { recursive: true });
for (const side of [16, 32, 48, 128]) {
  const drawing = sharp(path.join(root, 'docs/assets/icon.svg'), { density: 288 });
  await drawing
    .resize(side, side)
    .png({ compressionLevel: 9 })
    .toFile(path.join(folder, `${side}.png`));
}
