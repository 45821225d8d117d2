import { Hono } from 'hono';

import { render, sizes, type Size } from './images.ts';
import type { StoredImage } from './types.ts';
import type { HonoEnv, World } from './world.ts';

const rendered = new WeakMap<StoredImage, Map<Size, Promise<Buffer>>>();

/** Of seeded pictures, which every reset makes anew: by what they are cut from. */
const seeded = new Map<string, Promise<Buffer>>();

/** Makes each size of a picture once. */
function renderOnce(image: StoredImage, size: Size): Promise<Buffer> {
  if (image.source.kind === 'crop') {
    const name = `${size} ${JSON.stringify(image.source.crop)}`;
    return kept(seeded, name, () => render(image, size));
  }
  const known = rendered.get(image) ?? new Map<Size, Promise<Buffer>>();
  rendered.set(image, known);
  return kept(known, size, () => render(image, size));
}

function kept<Key>(
  known: Map<Key, Promise<Buffer>>,
  key: Key,
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const bytes = known.get(key) ?? make();
  known.set(key, bytes);
  return bytes;
}

/** Serves the pictures of pins in Pinterest's sizes: `/600x/ID.jpg`. */
export function imageRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.get('/:size/:file', async (context) => {
    const size = sizes.find((known) => known === context.req.param('size'));
    const image = world.store.images.get(context.req.param('file').replace(/\.\w+$/, ''));
    if (!size || !image) return context.notFound();
    const type = size === 'originals' ? image.contentType : 'image/jpeg';
    const bytes = new Uint8Array(await renderOnce(image, size));
    // Not kept by browsers: after a reset the same id may be another picture.
    return context.body(bytes, 200, { 'content-type': type, 'cache-control': 'no-store' });
  });
  return app;
}
