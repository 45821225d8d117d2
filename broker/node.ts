import { serve } from '@hono/node-server';

import { createBroker } from './broker.ts';

/** Runs the broker on Node: `PINTEREST_APP_ID=… PINTEREST_APP_SECRET=… REDIRECT_URIS=… node broker/node.ts`. */
const { PINTEREST_APP_ID, PINTEREST_APP_SECRET, REDIRECT_URIS, PORT = '8787' } = process.env;
if (!PINTEREST_APP_ID || !PINTEREST_APP_SECRET || !REDIRECT_URIS) {
  console.error(
    'Set PINTEREST_APP_ID, PINTEREST_APP_SECRET and REDIRECT_URIS; see broker/README.md.',
  );
  process.exit(2);
}
const settings = { ...process.env, PINTEREST_APP_ID, PINTEREST_APP_SECRET, REDIRECT_URIS };
serve({ fetch: createBroker(settings).fetch, port: Number(PORT) }, ({ port }) => {
  console.log(`The broker listens on port ${port}.`);
});
