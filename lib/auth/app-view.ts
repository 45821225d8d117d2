import { TAB_REDIRECT } from '../site-url';
import { redirectUri } from './consent';
import type { AppView } from './types';
import type { AppCredentials } from './vault';

/** Gives what views may know of the app that is signed in with: all but its secret. */
export const appViewOf = (app: AppCredentials | null): AppView => ({
  isReady: Boolean(app?.appId && (app.appSecret || app.brokerUrl)),
  appId: app?.appId ?? '',
  hasSecret: Boolean(app?.appSecret),
  environment: app?.environment ?? 'production',
  brokerUrl: app?.brokerUrl ?? '',
  inTab: app?.inTab ?? false,
  redirectUri: redirectUri(app),
  redirectUris: { browser: redirectUri(null), tab: TAB_REDIRECT },
});
