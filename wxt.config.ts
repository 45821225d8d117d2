import { appendFileSync } from 'node:fs';

import { defineConfig } from 'wxt';

import { targetUrls } from './lib/auth/target.ts';
import { boardFieldAhead, fewerFiles, polyfillAsModule } from './scripts/view-files.ts';
import { wholeFiles } from './scripts/whole-files.ts';
import { fewerParts, PARTS, workerParts } from './scripts/worker-parts.ts';

/**
 * The public half of a key made for this project. It fixes the extension id in Chrome, and with it the redirect URI
 * that a Pinterest app must list. The private half is not needed to load or build the extension.
 */
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtoTrAc+2H06Mfr0ZDKcy9r1KL7YzjawSVvLCuUzMN1cHjn9fmgW/Zn5DhlvM8gEkIF5HnWsleHUXZFnExN+xcEFj+AF3mcM3TDE2ZKoGVDC4wjE+2mq67HHqHFvC31yg0jML/v7ujzeZ7zOt5REWu+TKs8PkS6W8T5uq1dzlNkCVXe4YOjkzv/tUPWb8v5nBFd88dHZTEh437k/vLpK494glFgMYaT/FYa/x8oZoZN3xAgoGO5Jc0PkrQYMrO8y++dEM4HtE0bZktFnsDiaiphFj1m72RvggDxlkX3Brj+z4ZKh14ej9ibIH+T2aLetTXTTFv0zddCRDSOvUoP7RMQIDAQAB';

/** Fixes Firefox's redirect URI, which is made from the SHA-1 of this id. */
const GECKO_ID = '{5d0f3c1e-8a52-4c7e-9a3b-2f6a7c1d9e40}';

const icons = Object.fromEntries([16, 32, 48, 128].map((side) => [side, `/icon/${side}.png`]));

/**
 * All of the capture script runs as soon as it is in a page. Said so, Chrome compiles it in one go and not function by
 * function as each is met: reading a page took 9.2 ms in place of 12.1 (median of 221 pages, docs/decisions/0013-capture-measured.md).
 */
const compileAtOnce = () => ({
  name: 'tack-compile-at-once',
  generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
    const script = bundle['capture.js'];
    if (script?.code) script.code = `//# allFunctionsCalledOnLoad\n${script.code}`;
  },
});

/**
 * What WXT puts around a script for pages catches what it throws to log it, in development only, and is built in all the
 * same. Without it each script that a page is given is a quarter of a kilobyte smaller.
 */
const withoutDevelopmentLog = () => ({
  name: 'tack-without-development-log',
  apply: 'build' as const,
  transform: (code: string, id: string) =>
    /unlisted-script-entrypoint/.test(id)
      ? code.replace(
          /^const result = [^]*?^\}\)\(\);/m,
          'initPlugins();\nconst result = definition.main();',
        )
      : null,
});

/** Writes down which modules are in what is built, for the list of a release (scripts/bundled.ts). */
const listModules = (file: string) => ({
  name: 'tack-list-modules',
  generateBundle(_: unknown, bundle: Record<string, { modules?: object }>) {
    const ids = Object.values(bundle).flatMap(({ modules = {} }) => Object.keys(modules));
    appendFileSync(file, ids.map((id) => `${id}\n`).join(''));
  },
});

const bundledFile = process.env['TACK_BUNDLED'];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  outDir: process.env['WXT_OUT_DIR'] ?? '.output',
  manifestVersion: 3,
  // Both browsers know module preloads since long before the versions that Tack needs.
  vite: () => ({
    plugins: [
      compileAtOnce(),
      withoutDevelopmentLog(),
      wholeFiles(),
      polyfillAsModule(),
      boardFieldAhead(),
      ...(bundledFile ? [listModules(bundledFile)] : []),
    ],
    build: { modulePreload: { polyfill: false } },
  }),
  hooks: {
    'vite:build:extendConfig'([entrypoint], config) {
      if (!config.build?.lib) {
        fewerFiles(config.build?.rollupOptions?.output);
        return;
      }
      if (entrypoint?.type !== 'background') return;
      config.build.lib.formats = ['cjs'];
      config.plugins?.push(workerParts());
      config.build.lib.fileName = () => 'background.js';
      config.build.rollupOptions = {
        preserveEntrySignatures: false,
        output: { chunkFileNames: `${PARTS}/[name].js`, codeSplitting: fewerParts },
      };
    },
  },
  manifest: ({ browser }) => {
    const { hosts, isLocal } = targetUrls(process.env);
    const firefox = browser === 'firefox';
    return {
      name: '__MSG_extName__',
      short_name: 'Tack',
      description: '__MSG_extDescription__',
      default_locale: 'en',
      // Drafts and pins on their way are kept on disk: nothing of a private window is to be.
      incognito: 'not_allowed',
      ...(firefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: GECKO_ID,
                strict_min_version: '140.0',
                data_collection_permissions: {
                  required: ['authenticationInfo', 'websiteContent', 'browsingActivity'],
                },
              },
            },
          }
        : {
            key: CHROME_KEY,
            minimum_chrome_version: '127',
            // Left out, every other extension could open a channel to Tack; Firefox has no such key.
            externally_connectable: { ids: [] },
          }),
      permissions: [
        'activeTab',
        'alarms',
        'contextMenus',
        'identity',
        'scripting',
        'storage',
        'unlimitedStorage',
        ...(firefox ? [] : ['offscreen', 'sidePanel']),
      ],
      // Asked for by a switch in the settings; the badge says the same without it.
      optional_permissions: ['notifications', 'tabs'],
      host_permissions: [
        ...hosts.map((origin) => `${origin.replace(/:\d+$/, '')}/*`),
        // A test can't answer the browser's question for the optional one below.
        ...(isLocal ? ['http://localhost/*'] : []),
      ],
      // Each asked for at the click that needs it: the address of a sign-in's tab (docs/decisions/0006-connect.md), and
      // the one site that a picture can't be read from otherwise (docs/decisions/0007-capture.md).
      optional_host_permissions: ['http://localhost/*', 'https://*/*'],
      commands: {
        _execute_action: { suggested_key: { default: 'Alt+Shift+P' } },
        // N as in numbers, and no letter of Firefox's own menus in any language of Tack's: Alt+Shift+S opens its History.
        panel: { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandPanel__' },
        picker: { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandPicker__' },
        'quick-pin': {
          suggested_key: { default: 'Alt+Shift+Q' },
          description: '__MSG_commandQuick__',
        },
      },
      omnibox: { keyword: 'tack' },
      action: { default_title: 'Tack', default_icon: icons },
      icons,
      content_security_policy: {
        extension_pages: [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          // Pictures only: previews of what a page shows, covers of boards, and bytes kept by Tack.
          "img-src 'self' blob: data: https: http:",
          // The preview of a video that is kept by Tack.
          "media-src 'self' blob:",
          // Any host with encryption, and not a list of Pinterest's: a token broker is at an address that the person names
          // (docs/decisions/0006-connect.md), and pictures are read from the sites that they grant.
          `connect-src https:${isLocal ? ` ${hosts.join(' ')} http://127.0.0.1:*` : ''}`,
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          // No text becomes markup or a script: no view makes a policy that could let it. Chrome's worker makes one, for the
          // addresses of its own parts.
          "require-trusted-types-for 'script'",
          `trusted-types ${firefox ? "'none'" : 'tack-parts'}`,
        ].join('; '),
      },
    };
  },
});
