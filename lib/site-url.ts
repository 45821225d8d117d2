/** Page where the person allows Tack; also tells where Pinterest's site is. */
export const OAUTH_URL = 'https://www.pinterest.com/oauth/';

/** Gives the origin of the site that people see, of the consent page's address where a build names another one. */
export const siteUrlOf = (oauthUrl: string | undefined): string =>
  new URL(oauthUrl || OAUTH_URL).origin;

/** The redirect URI of a sign-in in a tab: Pinterest's own samples use it, and nothing has to listen there. */
export const TAB_REDIRECT = 'http://localhost:8085/';
