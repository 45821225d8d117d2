// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startPinterest, type LocalPinterest } from '../test/pinterest/server.ts';
import { createBroker, type BrokerSettings } from './broker.ts';

const redirect = 'https://hfgmkjabpncfjndncahbclkibpphmaol.chromiumapp.org/';

let pinterest: LocalPinterest;
let settings: BrokerSettings;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0 });
});
afterAll(() => pinterest.close());
beforeEach(() => {
  pinterest.reset();
  settings = {
    PINTEREST_APP_ID: pinterest.app.id,
    PINTEREST_APP_SECRET: pinterest.app.secret,
    REDIRECT_URIS: redirect,
    PINTEREST_API_URL: `http://127.0.0.1:${pinterest.port}/v5`,
  };
});

const post = (broker: ReturnType<typeof createBroker>, form: Record<string, string>) =>
  broker.request('/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-real-ip': '203.0.113.7' },
    body: new URLSearchParams(form).toString(),
  });

const renewal = () => {
  const { refresh } = pinterest.signIn(['boards:read']);
  return { grant_type: 'refresh_token', refresh_token: refresh.value };
};

describe('the broker', () => {
  it('renews a token without the caller knowing the secret', async () => {
    const answer = await post(createBroker(settings), renewal());

    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ token_type: 'bearer' });
  });

  it('answers extensions, and no web page', async () => {
    const broker = createBroker(settings);
    const allowed = async (origin: string) => {
      const answer = await broker.request('/app', { headers: { origin } });
      return answer.headers.get('access-control-allow-origin');
    };

    expect(await allowed('chrome-extension://hfgmkjabpncfjndncahbclkibpphmaol')).toMatch(/^chrome/);
    expect(await allowed('https://evil.example')).toBeNull();
  });

  it('passes Pinterest’s refusal on as it is', async () => {
    const form = { grant_type: 'authorization_code', code: 'used', redirect_uri: redirect };

    const answer = await post(createBroker(settings), form);

    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('invalid_grant');
  });

  it.each([
    { grant_type: 'client_credentials', scope: 'ads:write' },
    { grant_type: 'authorization_code', code: 'c', redirect_uri: 'https://evil.example/' },
    { grant_type: 'authorization_code', redirect_uri: redirect },
    { grant_type: 'refresh_token' },
    { grant_type: 'refresh_token', refresh_token: 'x'.repeat(5000) },
  ])('refuses what is no token request of Tack: %o', async (form) => {
    expect((await post(createBroker(settings), form as never)).status).toBe(400);
    expect(pinterest.ledger.requests('oauth/token')).toBe(0);
  });

  it('lets an address ask so many times a minute', async () => {
    const broker = createBroker({ ...settings, PER_MINUTE: '2' });
    const statuses = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await post(broker, renewal())).status);

    expect(statuses).toEqual([200, 200, 429]);
  });

  it('says so where Pinterest can’t be reached, and never what it was asked', async () => {
    const down = () => Promise.reject(new Error('down'));

    const answer = await post(createBroker(settings, down), renewal());

    expect(answer.status).toBe(502);
    expect(await answer.text()).not.toContain('pinr_');
  });

  it('tells the app’s id and not its secret', async () => {
    const text = await (await createBroker(settings).request('/app')).text();

    expect(JSON.parse(text)).toEqual({ client_id: pinterest.app.id });
  });
});
