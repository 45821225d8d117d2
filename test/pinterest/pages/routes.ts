import type { Hono } from 'hono';

import type { HonoEnv, World } from '../world.ts';
import { essayRoutes } from './essay.ts';
import { hostileRoutes } from './hostile.ts';
import { kitchenRoutes } from './kitchen.ts';
import { addOddPages } from './odd.ts';
import { cdnRoutes, shopRoutes } from './shop.ts';
import { studioRoutes, vaultRoutes } from './studio.ts';

/** Gives the sites to pin from, by the first part of their host's name. */
export function sampleRoutes(world: World): [string, Hono<HonoEnv>][] {
  const kitchen = kitchenRoutes(world);
  addOddPages(kitchen);
  return [
    ['kitchen', kitchen],
    ['shop', shopRoutes(world)],
    ['cdn', cdnRoutes()],
    ['essay', essayRoutes(world)],
    ['studio', studioRoutes(world)],
    ['vault', vaultRoutes()],
    ['hostile', hostileRoutes()],
  ];
}
