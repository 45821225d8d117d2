import type { HttpBindings } from '@hono/node-server';

import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { Recorder } from './record.ts';
import type { Store } from './store.ts';
import type { Tokens } from './tokens.ts';

/** The app that is registered at the local Pinterest. */
export interface App {
  id: string;
  secret: string;
  name: string;
  redirectUris: string[];
  /** With `trial`, pins cannot be created, as for new apps at Pinterest. */
  access: 'standard' | 'trial';
  /** Whether the operations in beta are granted to the app. */
  hasBeta: boolean;
  /** Whether images can be registered and made pins by their ids: an API summary says so, and the description knows nothing of it. */
  takesImageIds: boolean;
  /** The sandbox lacks some operations. */
  environment: 'production' | 'sandbox';
}

/** All that the parts of the server share. */
export interface World {
  app: App;
  store: Store;
  tokens: Tokens;
  limits: Limits;
  faults: Faults;
  recorder: Recorder;
  /** How many times each operation was asked for. */
  requests: Map<string, number>;
  /** The addresses of the API that were asked for, the newest last; at most 1,000. */
  addresses: string[];
  /** Reports of ads that were ordered, by token. */
  reports: Map<string, { rows: unknown[]; readyAt: number }>;
  /** How long a video is being processed, in milliseconds. */
  processingMs: number;
  /** How long an upload's form is good for, in seconds. */
  uploadSeconds: number;
  /** How fast the upload host takes bytes; as fast as they come where it is null. */
  uploadBytesPerSecond: number | null;
  /** How many bytes of the newest upload, form and all, have arrived. */
  arrived: number;
  /** Gives the origin of one of the server's hosts, e.g. `http://i.localhost:4010` for `i`. */
  origin: (host: string) => string;
}

/** What Hono handlers get from the Node adapter. */
export interface HonoEnv {
  Bindings: HttpBindings;
}
