import { createBroker, type BrokerSettings } from './broker.ts';

let broker: ReturnType<typeof createBroker> | undefined;

/** Runs the broker on an edge platform such as Cloudflare Workers; see `wrangler.toml`. */
export default {
  fetch(request: Request, settings: BrokerSettings): Response | Promise<Response> {
    broker ??= createBroker(settings);
    return broker.fetch(request);
  },
};
