import { randomBytes } from 'node:crypto';

import type { Token } from './types.ts';

export const accessSeconds = 30 * 86_400;
export const refreshSeconds = 60 * 86_400;
const codeSeconds = 60;

interface Code {
  value: string;
  ownerId: string;
  redirectUri: string;
  scopes: string[];
  expiresAt: number;
  /** The tokens it was exchanged for, or nothing as long as it is unused. */
  family: string | undefined;
}

/** What a grant gives. */
export interface Grant {
  access: Token;
  refresh: Token;
}

/** Codes and tokens. A code is good once and for a minute; a refresh token is good once. */
export class Tokens {
  private readonly byValue = new Map<string, Token>();
  private readonly codes = new Map<string, Code>();
  /** Scopes an account has ever granted: Pinterest's replies name the ones of the past as well. */
  private readonly granted = new Map<string, Set<string>>();

  all(): Token[] {
    return [...this.byValue.values()];
  }

  clear(): void {
    for (const map of [this.byValue, this.codes, this.granted]) map.clear();
  }

  /** Gives a function that puts back what is known now, whatever becomes of it until then. */
  save(): () => void {
    const tokens = structuredClone(this.all());
    const granted = [...this.granted].map(([id, scopes]) => [id, new Set(scopes)] as const);
    return () => {
      for (const token of structuredClone(tokens)) this.byValue.set(token.value, token);
      for (const [id, scopes] of granted) this.granted.set(id, new Set(scopes));
    };
  }

  /** Notes a consent and gives the code that stands for it. */
  issueCode(ownerId: string, redirectUri: string, scopes: string[]): string {
    const granted = this.granted.get(ownerId) ?? new Set<string>();
    for (const scope of scopes) granted.add(scope);
    this.granted.set(ownerId, granted);
    const value = randomBytes(20).toString('hex');
    this.codes.set(value, {
      value,
      ownerId,
      redirectUri,
      scopes: [...granted],
      expiresAt: Date.now() + codeSeconds * 1000,
      family: undefined,
    });
    return value;
  }

  /** Exchanges a code for tokens. A code that comes a second time also ends the tokens that it gave the first time. */
  exchange(value: string, redirectUri: string): Grant | undefined {
    const code = this.codes.get(value);
    if (!code) return undefined;
    if (code.family !== undefined) {
      this.end(code.family);
      return undefined;
    }
    if (code.expiresAt < Date.now() || code.redirectUri !== redirectUri) return undefined;
    code.family = randomBytes(8).toString('hex');
    return this.grant(code.ownerId, code.scopes, code.family);
  }

  /** Gives new tokens for a refresh token, which is refused from then on. */
  refresh(value: string, scopes: string[] | undefined): Grant | undefined {
    const token = this.live(value);
    if (token?.kind !== 'refresh') return undefined;
    token.revoked = true;
    const kept = scopes ? token.scopes.filter((scope) => scopes.includes(scope)) : token.scopes;
    return this.grant(token.ownerId, kept, token.family);
  }

  /** Gives a token of the app itself, which acts for the account that owns the app. */
  client(ownerId: string, scopes: string[]): Token {
    return this.add('client', ownerId, scopes, randomBytes(8).toString('hex'));
  }

  /** Gives tokens as if the account had just agreed. */
  grant(ownerId: string, scopes: string[], family = randomBytes(8).toString('hex')): Grant {
    return {
      access: this.add('access', ownerId, scopes, family),
      refresh: this.add('refresh', ownerId, scopes, family),
    };
  }

  /** Finds a token that may still be used. */
  live(value: string): Token | undefined {
    const token = this.byValue.get(value);
    return token && !token.revoked && token.expiresAt > Date.now() ? token : undefined;
  }

  /** Lets all tokens of a kind run out now, or all of them as when the person removes the app. */
  expire(kind: 'access' | 'refresh' | 'all'): void {
    for (const token of this.byValue.values()) {
      if (kind === 'all') token.revoked = true;
      else if (token.kind === kind) token.expiresAt = 0;
    }
    if (kind === 'all') this.granted.clear();
  }

  private end(family: string) {
    for (const token of this.byValue.values()) if (token.family === family) token.revoked = true;
  }

  private add(kind: Token['kind'], ownerId: string, scopes: string[], family: string): Token {
    const prefix = { access: 'pina_', refresh: 'pinr_', client: 'pinc_' }[kind];
    const seconds = kind === 'refresh' ? refreshSeconds : accessSeconds;
    const value = prefix + randomBytes(48).toString('base64url');
    const token = {
      kind,
      value,
      ownerId,
      scopes,
      expiresAt: Date.now() + seconds * 1000,
      revoked: false,
      family,
    };
    this.byValue.set(value, token);
    return token;
  }
}
