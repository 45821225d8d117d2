/**
 * The directions of docs/architecture.md as rules. `npm test -- boundaries` fails on a violation, and also when no
 * module was seen at all.
 */
const runtime = { dependencyTypesNot: ['type-only'] };
const tests = '[.]test[.]tsx?$';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'lib-is-the-floor',
      'lib is used by views and entrypoints and knows neither.',
      { path: '^lib/' },
      { path: '^(components|entrypoints)/' },
    ),
    rule(
      'components-below-entrypoints',
      'A component takes props and gives callbacks; who mounts it is not its matter.',
      { path: '^components/' },
      { path: '^entrypoints/' },
    ),
    rule(
      'entrypoints-are-islands',
      'Contexts meet in messages and storage, not in imports.',
      { path: '^entrypoints/([^/]+)/' },
      { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    ),
    rule(
      'lib-has-no-view',
      'lib runs in the service worker and in plain tests.',
      { path: '^lib/' },
      { path: '(^|/)node_modules/(preact|@testing-library)/|[.](tsx|css)$' },
    ),
    rule(
      'token-has-one-home',
      'Only the background, the offscreen document, sign-in and the outbox may hold the access token. The address table lib/auth/target.ts holds no secret, and lib/auth/passphrase.ts gives none out.',
      {
        path: '^(entrypoints|components|lib|wxt[.]config[.]ts)',
        pathNot: ['^(entrypoints/(background|offscreen)|lib/(pinterest|auth|outbox))/', tests],
      },
      {
        path: '^lib/(pinterest|auth)/',
        pathNot: '^lib/(auth/(target|passphrase)|pinterest/scopes)[.]ts$',
        ...runtime,
      },
    ),
    rule(
      'content-is-small',
      'These scripts live in other people’s pages: no view, no store, no storage.',
      { path: '^entrypoints/(capture|toast|site|hover|grab|region)/' },
      { path: '^(components/|lib/(state|storage|outbox|auth|pinterest)/)', ...runtime },
    ),
    rule(
      'pure-lib',
      'Readers of pages, the Pinterest client and the errors run anywhere: nothing here touches a browser API.',
      { path: '^lib/(capture/|pinterest/|errors[.]ts)', pathNot: tests },
      {
        path: '(^|/)node_modules/(wxt|webextension-polyfill|@wxt-dev|idb-keyval)/|^lib/(messages|storage|auth|outbox|state|media)/',
        ...runtime,
      },
    ),
    rule(
      'test-shares-nothing',
      'The local Pinterest and the product must not agree on the same mistake.',
      { path: '^test/pinterest/' },
      { path: '^(lib|components|entrypoints)/' },
    ),
    rule(
      'product-without-tests',
      'What is shipped does not import what is for trying it.',
      { path: '^(lib|components|entrypoints)/', pathNot: tests },
      { path: '^(test|scripts)/|[.]test[.]tsx?$' },
    ),
    rule('no-cycles', 'A cycle hides who needs whom.', {}, { circular: true }),
    rule(
      'no-orphans',
      'A module that nobody imports is dead or misplaced.',
      {
        orphan: true,
        path: '^(lib|components|entrypoints|test|scripts)/',
        pathNot: [
          tests,
          '[.](spec|d)[.]ts$',
          '[.]d[.]mts$',
          '^entrypoints/[^/]+/(index|main)[.]tsx?$',
          '^scripts/',
        ],
      },
      {},
    ),
    rule(
      'no-barrel',
      'Import a thing from where it is; an index file in lib, components or test only hides that.',
      { path: '^(lib|components|entrypoints|test|scripts)/' },
      { path: '^(lib|components|test|scripts)/.*index[.]tsx?$' },
    ),
    rule('is-there', 'Every import resolves.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^([.]output|[.]wxt|node_modules/[.])' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts', '.d.mts', '.css'],
    },
  },
};
