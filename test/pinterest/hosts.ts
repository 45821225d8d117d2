import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';

import { accountHandlers } from './api/account.ts';
import { adHandlers, reportRoute } from './api/ads.ts';
import { analyticsHandlers } from './api/analytics.ts';
import { boardHandlers } from './api/boards.ts';
import { mediaHandlers } from './api/media.ts';
import { mountOAuth } from './api/oauth.ts';
import { pinHandlers } from './api/pins.ts';
import { mount } from './api/pipeline.ts';
import { imageRoutes } from './image-host.ts';
import { sampleRoutes } from './pages/routes.ts';
import { siteRoutes } from './site/routes.ts';
import { uploadRoutes } from './upload-host.ts';
import type { HonoEnv, World } from './world.ts';

/** Gives the one function that answers for all hosts, by the first part of the name that was asked for. */
export function createHosts(world: World, control: Hono<HonoEnv>) {
  const main = new Hono<HonoEnv>();
  main.route('/control', control);
  main.route('/v5', apiRoutes(world));
  reportRoute(main, world);
  main.route('/', siteRoutes(world));
  const byName = new Map([
    ['uploads', uploadRoutes(world)],
    ['i', imageRoutes(world)],
    ...sampleRoutes(world),
  ]);
  return (request: Request, env: unknown) => {
    const [name = ''] = new URL(request.url).hostname.split('.');
    return (byName.get(name) ?? main).fetch(request, env as HttpBindings);
  };
}

function apiRoutes(world: World): Hono<HonoEnv> {
  const api = new Hono<HonoEnv>();
  mountOAuth(api, world);
  mount(api, world, {
    ...accountHandlers,
    ...adHandlers,
    ...analyticsHandlers,
    ...boardHandlers,
    ...mediaHandlers,
    ...pinHandlers,
  });
  api.all('*', (context) =>
    context.json({ code: 404, message: 'No such endpoint.', status: 'failure' }, 404),
  );
  return api;
}
