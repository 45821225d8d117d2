import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';

/** What the broker is set up with; the environment of the machine or of the edge platform. */
export interface BrokerSettings {
  PINTEREST_APP_ID: string;
  PINTEREST_APP_SECRET: string;
  /** Redirect URIs that may be used, comma-separated: those of the extension's builds. */
  REDIRECT_URIS: string;
  /** `https://api.pinterest.com/v5` unless set. */
  PINTEREST_API_URL?: string;
  /** Exchanges an address may make in a minute; 10 unless set. */
  PER_MINUTE?: string;
}

const MINUTE_MS = 60_000;
const MAX_FORM_CHARACTERS = 4096;

/**
 * Makes the token broker: it adds the app's id and secret to a token request and passes it on to Pinterest, so that an
 * extension for many people has no secret in it. Stateless but for the count of requests by address, which one machine
 * keeps in memory. It writes no log, so no token can be in one.
 */
export function createBroker(settings: BrokerSettings, send: typeof fetch = fetch): Hono {
  const app = new Hono();
  const isWithinLimit = createLimit(Number(settings.PER_MINUTE ?? 10));
  // Extensions only: a web page has no business here.
  const isExtension = (origin: string) => /^(chrome|moz)-extension:\/\//.test(origin);
  app.use(cors({ origin: (origin) => (isExtension(origin) ? origin : null) }));
  app.get('/app', (context) => context.json({ client_id: settings.PINTEREST_APP_ID }));
  app.post('/oauth/token', async (context) => {
    if (!isWithinLimit(addressOf(context), Date.now()))
      return refuse(context, 429, 'Too many sign-ins.');
    const text = await context.req.text();
    const form = text.length > MAX_FORM_CHARACTERS ? null : formFor(text, settings);
    if (!form) return refuse(context, 400, 'This is not a token request of Tack.');
    const { PINTEREST_APP_ID: id, PINTEREST_APP_SECRET: secret } = settings;
    const api = settings.PINTEREST_API_URL ?? 'https://api.pinterest.com/v5';
    const response = await send(`${api}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}`, accept: 'application/json' },
      body: form,
    }).catch(() => null);
    if (!response) return refuse(context, 502, 'Pinterest can’t be reached.');
    return new Response(response.body, {
      status: response.status,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  });
  return app;
}

/** Only the two grants, only their fields, and only to the extension's own address. */
function formFor(text: string, { REDIRECT_URIS: allowed }: BrokerSettings): URLSearchParams | null {
  const asked = new URLSearchParams(text);
  const grant_type = asked.get('grant_type') ?? '';
  const code = asked.get('code') ?? '';
  const refresh_token = asked.get('refresh_token') ?? '';
  const redirect_uri = asked.get('redirect_uri') ?? '';
  if (grant_type === 'refresh_token' && refresh_token)
    return new URLSearchParams({ grant_type, refresh_token });
  const isCode = grant_type === 'authorization_code' && code !== '';
  if (!isCode || !allowed.split(',').includes(redirect_uri)) return null;
  return new URLSearchParams({ grant_type, code, redirect_uri, continuous_refresh: 'true' });
}

const refuse = (context: Context, status: 400 | 429 | 502, message: string) =>
  context.json({ code: 0, message, status: 'failure' }, status);

/** The address as the platform in front tells it; whoever comes without one shares one count. */
const addressOf = (context: Context): string =>
  context.req.header('cf-connecting-ip') ?? context.req.header('x-real-ip') ?? 'unknown';

/** Counts requests by address in windows of a minute, and forgets them with the window. */
function createLimit(perMinute: number) {
  let windowOf = 0;
  let counts = new Map<string, number>();
  return (address: string, now: number): boolean => {
    const window = Math.floor(now / MINUTE_MS);
    if (window !== windowOf) {
      windowOf = window;
      counts = new Map();
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= perMinute;
  };
}
