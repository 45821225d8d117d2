import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';

import { controlRoutes } from './control.ts';
import { Faults } from './faults.ts';
import { createHosts } from './hosts.ts';
import { Ledger } from './ledger.ts';
import { Limits, type Quotas } from './limits.ts';
import { sampleAddresses } from './pages/addresses.ts';
import { Recorder } from './record.ts';
import { seed as fillStore } from './seed.ts';
import { Store } from './store.ts';
import { Tokens, type Grant } from './tokens.ts';
import type { App, World } from './world.ts';

/** The redirect URIs of Tack in Chrome and in Firefox, which follow from its fixed ids. */
const tackRedirectUris = [
  'https://hfgmkjabpncfjndncahbclkibpphmaol.chromiumapp.org/',
  'https://6febbb2f759c0c5f389e78727d19629a2b506979.extensions.allizom.org/',
];

/** The app that is registered at every local Pinterest. The secret guards nothing. */
export const localApp = {
  id: '1500000000000000001',
  secret: 'local-pinterest-app-secret',
} as const;

export interface PinterestOptions {
  /** 4010 by default; 0 takes a free one. */
  port?: number;
  /** How many boards both accounts have together; 60 by default. */
  boards?: number;
  /** How many pins both accounts have together; 300 by default. */
  pins?: number;
  /** Another number gives other content; 1 by default. */
  seed?: number;
  /** Where every exchange with the API is written to, one JSON line each. */
  recordFile?: string;
  /** The app's redirect URIs; those of Tack by default. */
  redirectUris?: string[];
  /** How long a video is processed, in milliseconds; 3000 by default. */
  processingMs?: number;
  /** How long an upload's form is good for, in seconds; 3600 by default. */
  uploadSeconds?: number;
  /** How fast the upload host takes bytes; as fast as they come by default. */
  uploadBytesPerSecond?: number;
  /** Calls per minute of a category; those of Standard access by default. */
  limits?: Partial<Quotas>;
  /** With `trial`, creating pins is refused. */
  access?: App['access'];
  /** Whether the operations in beta are granted to the app; they are by default. */
  beta?: boolean;
  /** Whether images are taken by ids, which the description does not know; they are by default. */
  imageIds?: boolean;
  /** With `sandbox`, some operations are not there. */
  environment?: App['environment'];
}

export interface LocalPinterest {
  port: number;
  /** `http://pinterest.localhost:PORT` */
  siteUrl: string;
  /** `http://pinterest.localhost:PORT/v5` */
  apiUrl: string;
  /** `http://pinterest.localhost:PORT/oauth/` */
  oauthUrl: string;
  /** `http://uploads.localhost:PORT` */
  uploadUrl: string;
  /** Addresses of the sample pages. */
  pages: ReturnType<typeof sampleAddresses>;
  app: { id: string; secret: string };
  ledger: Ledger;
  faults: Faults;
  /** Gives tokens to an account (`linda_kitchen` by default) as if it had agreed, for tests that skip the consent page. */
  signIn(scopes: string[], username?: string): Grant;
  /** Gives a function that puts the tokens of now back after a reset, for tests that begin signed in. */
  saveTokens(): () => void;
  /** Lets tokens run out now; `all` is what happens when the person removes the app. */
  expireTokens(kind: 'access' | 'refresh' | 'all'): void;
  /** Changes what the app is granted, until the next reset. */
  setApp(changes: Partial<Pick<App, 'access' | 'hasBeta' | 'takesImageIds' | 'environment'>>): void;
  /** Makes the upload host slow, or as fast as it can be (null), until the next reset. */
  setUploadSpeed(bytesPerSecond: number | null): void;
  /** Changes the list of redirect URIs that the app is registered with. */
  setRedirectUris(uris: string[]): void;
  /** Puts everything back as it was at the start: content, tokens, limits, counts and faults. */
  reset(): void;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/** Starts a local Pinterest on this machine's loopback addresses. Fails where the port is taken. */
export async function startPinterest(options: PinterestOptions = {}): Promise<LocalPinterest> {
  const world = createWorld(options);
  const ledger = new Ledger(world);
  const reset = () => {
    world.faults.clear();
    world.store.reset();
    world.tokens.clear();
    world.limits.clear();
    world.requests.clear();
    world.addresses.length = 0;
    world.reports.clear();
    world.app = appOf(options);
    world.uploadBytesPerSecond = options.uploadBytesPerSecond ?? null;
    world.arrived = 0;
  };
  const control = controlRoutes(world, ledger, reset);
  const listener = getRequestListener(createHosts(world, control), {
    overrideGlobalObjects: false,
  });
  const servers = await listen(listener, options.port ?? 4010);
  const port = portOf(servers);
  world.origin = (host) => `http://${host}.localhost:${port}`;
  const siteUrl = world.origin('pinterest');
  return {
    port,
    siteUrl,
    apiUrl: `${siteUrl}/v5`,
    oauthUrl: `${siteUrl}/oauth/`,
    uploadUrl: world.origin('uploads'),
    pages: sampleAddresses(world.origin),
    app: localApp,
    ledger,
    faults: world.faults,
    signIn: (scopes, username = 'linda_kitchen') => {
      const account = world.store.accountNamed(username);
      if (!account) throw new RangeError(`there is no account ${username}`);
      return world.tokens.grant(account.id, scopes);
    },
    saveTokens: () => world.tokens.save(),
    expireTokens: (kind) => {
      world.tokens.expire(kind);
    },
    setApp: (changes) => {
      Object.assign(world.app, changes);
    },
    setUploadSpeed: (bytesPerSecond) => {
      world.uploadBytesPerSecond = bytesPerSecond;
    },
    setRedirectUris: (uris) => {
      world.app.redirectUris = uris;
    },
    reset,
    close: async () => {
      world.faults.clear();
      await Promise.all(servers.map(close));
    },
  };
}

function appOf({ redirectUris, access, beta, imageIds, environment }: PinterestOptions): App {
  return {
    ...localApp,
    name: 'Tack (local)',
    redirectUris: redirectUris ?? tackRedirectUris,
    access: access ?? 'standard',
    hasBeta: beta ?? true,
    takesImageIds: imageIds ?? true,
    environment: environment ?? 'production',
  };
}

function createWorld(options: PinterestOptions): World {
  const { boards = 60, pins = 300, seed = 1, processingMs = 3000, uploadSeconds = 3600 } = options;
  return {
    app: appOf(options),
    store: new Store((store) => {
      fillStore(store, { boards, pins, seed });
    }),
    tokens: new Tokens(),
    limits: new Limits(options.limits),
    faults: new Faults(),
    recorder: new Recorder(options.recordFile),
    requests: new Map(),
    addresses: [],
    reports: new Map(),
    processingMs,
    uploadSeconds,
    uploadBytesPerSecond: options.uploadBytesPerSecond ?? null,
    arrived: 0,
    origin: (host) => `http://${host}.localhost`,
  };
}

type Listener = ReturnType<typeof getRequestListener>;

/** Listens on 127.0.0.1 and, where the machine has it, on ::1: browsers try either for names below localhost. */
async function listen(listener: Listener, wanted: number): Promise<Server[]> {
  const first = await open(listener, wanted, '127.0.0.1');
  const second = await open(listener, portOf([first]), '::1').catch(() => undefined);
  return second ? [first, second] : [first];
}

function open(listener: Listener, port: number, host: string): Promise<Server> {
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}

function portOf([server]: Server[]): number {
  if (!server) throw new Error('nothing listens');
  return (server.address() as AddressInfo).port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
