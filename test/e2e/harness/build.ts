import path from 'node:path';

import { root, run } from '../../../scripts/run.ts';

/** The local Pinterest an extension is built for. */
export interface BuildTarget {
  port: number;
  app: { id: string; secret: string };
  /** Folder below the project, e.g. `.output/e2e-0`. */
  outDir: string;
  /** Milliseconds that stand for a second of waiting between tries; the product's own pace by default. */
  paceMs?: number;
  /** Chrome's by default. */
  browser?: 'chrome' | 'firefox';
  signal?: AbortSignal;
}

/** Builds the extension for a local Pinterest and gives the folder to load it from. */
export async function buildFor({
  port,
  app,
  outDir,
  paceMs,
  browser = 'chrome',
  signal,
}: BuildTarget): Promise<string> {
  const env = {
    WXT_OUT_DIR: outDir,
    WXT_API_URL: `http://pinterest.localhost:${port}/v5`,
    WXT_OAUTH_URL: `http://pinterest.localhost:${port}/oauth/`,
    WXT_UPLOAD_HOSTS: `http://uploads.localhost:${port}`,
    WXT_APP_ID: app.id,
    WXT_APP_SECRET: app.secret,
    ...(paceMs === undefined ? {} : { WXT_PACE: String(paceMs) }),
  };
  const { ok, output } = await run('wxt', ['build', '-b', browser, '--mv3'], {
    env,
    ...(signal ? { signal } : {}),
  });
  if (!ok) throw new Error(`The extension did not build.\n${output}`);
  return path.join(root, outDir, `${browser}-mv3`);
}
