import { serve } from '@hono/node-server';

import { createBroker, type BrokerSettings } from '../../../broker/broker.ts';

/** A token broker that runs. */
export interface RunningBroker {
  url: string;
  /** How often it was asked for tokens. */
  requests(): number;
  close(): Promise<void>;
}

/** Runs the token broker on a free port of this machine. */
export async function startBroker(settings: BrokerSettings): Promise<RunningBroker> {
  let sent = 0;
  const broker = createBroker(settings, (...args) => {
    sent += 1;
    return fetch(...args);
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: broker.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        requests: () => sent,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}
