import { Hono } from 'hono';

import type { Fault } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { App, HonoEnv, World } from './world.ts';

/** Lets other processes read the ledger, reset everything, and set faults; not a part of Pinterest. */
export function controlRoutes(world: World, ledger: Ledger, reset: () => void): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();

  app.get('/ledger', (context) => {
    const { board, owner, seeded } = context.req.query();
    const pins = ledger.pins({
      ...(board === undefined ? {} : { board }),
      ...(owner === undefined ? {} : { owner }),
      ...(seeded === undefined ? {} : { seeded: seeded === 'true' }),
    });
    const tokens = ledger
      .tokens()
      .map((token) => Object.assign(token, { value: `${token.value.slice(0, 5)}*****` }));
    return context.json({
      pins,
      boards: ledger.boards(),
      deletedPins: ledger.deletedPins(),
      tokens,
      media: ledger.media(),
      requests: ledger.requests(),
    });
  });

  app.get('/pins/:id/image', async (context) => {
    const found = await ledger
      .pinImage(context.req.param('id'), Number(context.req.query('index') ?? 0))
      .catch(() => undefined);
    if (!found) return context.notFound();
    return context.body(new Uint8Array(found.bytes), 200, {
      'content-type': found.contentType,
      'x-sha256': found.sha256,
    });
  });

  app.post('/reset', (context) => {
    reset();
    return context.json({ ok: true });
  });

  app.get('/faults', (context) => context.json(world.faults.list()));

  app.post('/faults', async (context) => {
    const body = await context.req.json<Fault & { release?: string; clear?: boolean }>();
    if (body.clear) world.faults.clear();
    else if (body.release !== undefined)
      world.faults.release(body.release === '*' ? undefined : body.release);
    else return context.json({ id: world.faults.add(body) });
    return context.json({ ok: true });
  });

  app.post('/tokens', async (context) => {
    const { expire } = await context.req.json<{ expire: 'access' | 'refresh' | 'all' }>();
    world.tokens.expire(expire);
    return context.json({ ok: true });
  });

  app.post('/app', async (context) => {
    const changes = await context.req.json<Partial<App>>();
    // Its id and secret are what a build knows it by: they stay.
    Object.assign(world.app, grantsIn(changes));
    return context.json({ ok: true });
  });

  return app;
}

const grants = ['access', 'hasBeta', 'takesImageIds', 'environment', 'redirectUris'] as const;

function grantsIn(changes: Partial<App>): Partial<App> {
  return Object.fromEntries(
    grants.filter((name) => changes[name] !== undefined).map((name) => [name, changes[name]]),
  );
}
