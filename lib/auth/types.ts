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

/** The Pinterest app that Tack signs in with, as views may see it. */
export interface AppView {
  appId: string;
  hasSecret: boolean;
  environment: EnvironmentName;
  /** What has to stand in the app's list of redirect URIs, to the character. */
  redirectUri: string;
}
