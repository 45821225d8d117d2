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
  appId: string;
  hasSecret: boolean;
  environment: EnvironmentName;
  /** What has to stand in the app's list of redirect URIs, to the character. */
  redirectUri: string;
}
