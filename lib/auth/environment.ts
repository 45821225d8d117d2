import { targetUrls } from './target';
import type { EnvironmentName } from './types';

/** The addresses that this build talks to. */
export const target = targetUrls(import.meta.env);

/** The environment that a new sign-in belongs to, unless the person chose the sandbox. */
export const defaultEnvironment: EnvironmentName = target.isLocal ? 'local' : 'production';

/** Base of the API for an environment: a token of one is refused by the other. */
export function apiUrlOf(environment: EnvironmentName): string {
  return environment === 'sandbox' ? target.sandboxUrl : target.apiUrl;
}

/**
 * The app that a build for the local Pinterest brings along (`WXT_APP_ID`, `WXT_APP_SECRET`), else null.
 * A build for the real Pinterest never has one: a shipped secret is public within a day.
 */
export function builtInApp(): { appId: string; appSecret: string } | null {
  const { WXT_APP_ID: appId, WXT_APP_SECRET: appSecret } = import.meta.env as Record<
    string,
    string | undefined
  >;
  return target.isLocal && appId && appSecret ? { appId, appSecret } : null;
}
