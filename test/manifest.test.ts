// @vitest-environment node
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import config from '../wxt.config';

type Manifest = Record<string, unknown> & {
  permissions: string[];
  optional_permissions: string[];
};

const manifestOf = (browser: string) =>
  (config.manifest as unknown as (env: object) => Manifest)({ browser });

const goldenOf = async (browser: string) => {
  const file = path.join(import.meta.dirname, `golden/manifest.${browser}.json`);
  return JSON.parse(await readFile(file, 'utf8')) as Manifest;
};

const browsers = ['chrome', 'firefox'];

// D07
it.each(browsers)('what Tack keeps is not evicted by %s, which asks nobody', (browser) => {
  const manifest = manifestOf(browser);

  expect(manifest.permissions).toContain('unlimitedStorage');
  expect(manifest.optional_permissions).not.toContain('unlimitedStorage');
});

// The check `manifests` holds all that was built against the same files.
// P01
it.each(browsers)('what Tack asks of %s is what was agreed on', async (browser) => {
  const manifest = manifestOf(browser);
  const golden = await goldenOf(browser);

  const asked = ['permissions', 'optional_permissions', 'host_permissions'] as const;
  for (const key of [...asked, 'optional_host_permissions', 'content_security_policy'])
    expect({ [key]: manifest[key] }).toEqual({ [key]: golden[key] });
});

// P05
it.each(browsers)('is not in private windows of %s', (browser) => {
  expect(manifestOf(browser)['incognito']).toBe('not_allowed');
});

// P06, P07
it.each(browsers)('shows pages of the web nothing of itself in %s', async (browser) => {
  const golden = await goldenOf(browser);

  expect(golden['web_accessible_resources'] ?? []).toEqual([]);
  expect(golden['content_scripts'] ?? []).toEqual([]);
  // Only Chrome's worker has parts to name.
  const types = browser === 'chrome' ? 'tack-parts' : "'none'";
  expect(golden['content_security_policy']).toEqual({
    extension_pages: expect.stringMatching(
      new RegExp(
        `^default-src 'none'; script-src 'self';.*frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ${types}$`,
      ),
    ),
  });
});
