/** What no file of the project or of a release may hold, and what it is called. */
const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a Pinterest access token', /\bpina_[A-Z0-9]{60,}/],
  ['a Pinterest refresh token', /\bpinr\.[\w-]{60,}/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ['a key of AWS', /\bAKIA[A-Z0-9]{16}\b(?<!EXAMPLE)/],
  ['a token of GitHub', /\bgh[pousr]_\w{36,}|\bgithub_pat_\w{22,}/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=/],
];

/** Gives the kinds of secrets in a text. */
export const secretsIn = (text: string): string[] =>
  kinds.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
