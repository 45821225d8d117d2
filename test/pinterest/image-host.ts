import { Hono } from 'hono';

import { render, sizes } from './images.ts';
import type { HonoEnv, World } from './world.ts';

/** Serves the pictures of pins in Pinterest's sizes: `/600x/ID.jpg`. */
export function imageRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.get('/:size/:file', async (context) => {
    const size = sizes.find((known) => known === context.req.param('size'));
    const image = world.store.images.get(context.req.param('file').replace(/\.\w+$/, ''));
    if (!size || !image) return context.notFound();
    const type = size === 'originals' ? image.contentType : 'image/jpeg';
    const bytes = new Uint8Array(await render(image, size));
    return context.body(bytes, 200, { 'content-type': type, 'cache-control': 'max-age=300' });
  });
  return app;
}
