import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import { appView, checkApp, saveApp } from './app';
import type { TokenEndpoint } from './token-endpoint';

const flow = vi.hoisted(() => ({ answer: (): Promise<string> => Promise.resolve('') }));
vi.mock('wxt/browser', () => ({
  browser: {
    identity: {
      getRedirectURL: () => 'https://abc.chromiumapp.org/',
      launchWebAuthFlow: () => flow.answer(),
    },
  },
}));

const unused = () => Promise.reject(new Error('not asked for'));
const endpointThat = (check: () => Promise<void>): TokenEndpoint => ({
  exchange: unused,
  refresh: unused,
  check,
});
const own = {
  kind: 'own',
  appId: ' 15 ',
  appSecret: ' s ',
  environment: 'production',
  inTab: false,
} as const;
const brokerThat = (body: string) => vi.fn<typeof fetch>(async () => new Response(body));

beforeEach(() => saveApp(own, unused));
afterEach(() => vi.clearAllMocks());

describe('saveApp', () => {
  it('keeps an app of one’s own, without the blanks around what was pasted', async () => {
    expect(await appView()).toMatchObject({ isReady: true, appId: '15', hasSecret: true });
  });

  // A14
  it('asks a broker for its app', async () => {
    const fetch = brokerThat('{"client_id":"77"}');

    await saveApp(
      { kind: 'broker', brokerUrl: 'https://b.example/tack/', environment: 'production' },
      fetch,
    );

    expect(fetch).toHaveBeenCalledWith('https://b.example/tack/app', expect.anything());
    expect(await appView()).toMatchObject({
      isReady: true,
      appId: '77',
      hasSecret: false,
      brokerUrl: 'https://b.example/tack',
    });
  });

  it.each([
    ['an address that is not https', 'http://b.example/', '{"client_id":"77"}'],
    ['a name without an address', 'my broker', '{"client_id":"77"}'],
    ['a page that is no broker', 'https://b.example/', '<html>'],
    ['a broker without an app', 'https://b.example/', '{"client_id":""}'],
  ])('refuses %s and keeps the app from before', async (_, brokerUrl, body) => {
    const choice = { kind: 'broker', brokerUrl, environment: 'production' } as const;

    await expect(saveApp(choice, brokerThat(body))).rejects.toThrow('auth/broker-rejected');
    expect(await appView()).toMatchObject({ appId: '15', brokerUrl: '' });
  });
});

describe('checkApp', () => {
  beforeEach(() => void vi.stubEnv('FIREFOX', ''));
  afterEach(() => void vi.unstubAllEnvs());

  const closes = () => Promise.reject(new Error('User interaction required.'));

  it('finds nothing wrong where Pinterest takes the secret and shows its page', async () => {
    flow.answer = closes;
    expect(await checkApp(endpointThat(async () => undefined))).toEqual({
      secret: null,
      redirect: null,
    });
  });

  it('names a wrong secret, and does not guess about the rest', async () => {
    const endpoint = endpointThat(() =>
      Promise.reject(new AppError('auth/app-rejected', undefined)),
    );
    expect(await checkApp(endpoint)).toMatchObject({
      secret: { code: 'auth/app-rejected' },
      redirect: 'untested',
    });
  });

  it('does not guess where Firefox says the same of a page that failed', async () => {
    vi.stubEnv('FIREFOX', 'true');
    flow.answer = () => Promise.reject(new Error('Requires user interaction'));
    const { redirect } = await checkApp(endpointThat(async () => undefined));
    expect(redirect).toBe('at-connect');
  });

  it('names a redirect URI that the app does not list, with the address', async () => {
    flow.answer = () => Promise.reject(new Error('Authorization page could not be loaded.'));
    expect(await checkApp(endpointThat(async () => undefined))).toEqual({
      secret: null,
      redirect: {
        code: 'auth/page-failed',
        data: { redirectUri: 'https://abc.chromiumapp.org/' },
      },
    });
  });
});
