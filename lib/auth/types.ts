import type { ErrorInfo } from '../errors';

/** Which Pinterest a token belongs to. Tokens of one are refused by the other. */
export type EnvironmentName = 'production' | 'sandbox' | 'local';

/** A connected account as views may see it: no secret in it. */
export interface AccountView {
  id: string;
  username: string;
  imageUrl: string | null;
  accountType: 'PINNER' | 'BUSINESS';
  environment: EnvironmentName;
  scopes: string[];
}

/** An account that is signed in, with what its settings show. */
export interface ConnectedAccount extends AccountView {
  /** When the access token ends, ms of UTC; null where a pasted token does not say. */
  accessEndsAt: number | null;
  /** Whether Tack can renew it by itself. */
  canRenew: boolean;
}

/** The Pinterest app that Tack signs in with, as views may see it. */
export interface AppView {
  /** Whether there is all that a sign-in needs. */
  isReady: boolean;
  appId: string;
  hasSecret: boolean;
  environment: EnvironmentName;
  /** The token broker that knows the secret; empty for an app of one's own. */
  brokerUrl: string;
  /** Whether the sign-in runs in a tab, with `http://localhost:8085/` as its redirect URI. */
  inTab: boolean;
  /** What has to stand in the app's list of redirect URIs, to the character. */
  redirectUri: string;
  /** The same for each way: the browser's own address, and the one of a tab. */
  redirectUris: { browser: string; tab: string };
}

/** What the person enters to sign in with: an app of their own, or the address of a broker that has one. */
export type AppChoice =
  | {
      kind: 'own';
      appId: string;
      appSecret: string;
      environment: EnvironmentName;
      inTab: boolean;
    }
  | { kind: 'broker'; brokerUrl: string; environment: EnvironmentName };

/** What a test of the app found; null is well. */
export interface AppCheck {
  /** Whether Pinterest takes the app's id and secret. */
  secret: ErrorInfo | null;
  /**
   * Whether Pinterest shows its consent page for the redirect URI; `untested` where the secret is wrong, and `at-connect` where
   * the browser can't tell without a window.
   */
  redirect: ErrorInfo | null | 'at-connect' | 'untested';
}
