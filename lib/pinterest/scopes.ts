import type { AppError, ErrorInfo } from '../errors';
import type { Scope } from './endpoint';

/** What a first sign-in asks for: enough to pin to public boards and to see how pins do. */
export const BASE_SCOPES = [
  'user_accounts:read',
  'boards:read',
  'boards:write',
  'pins:read',
  'pins:write',
] as const satisfies readonly Scope[];

/** What is asked for once somebody wants it. */
export const featureScopes = {
  secret: ['boards:read_secret', 'boards:write_secret', 'pins:read_secret', 'pins:write_secret'],
  ads: ['ads:read'],
} as const satisfies Record<string, readonly Scope[]>;

/** A part of Tack that needs more than the base scopes. */
export type Feature = keyof typeof featureScopes;

/** Tells whether an account may use a feature. One that does not say what it was granted is let try. */
export function isGranted(granted: readonly string[], feature: Feature): boolean {
  return granted.length === 0 || featureScopes[feature].every((scope) => granted.includes(scope));
}

/**
 * Gives the scopes that a sign-in asks for: the base, what was granted before, and what the features need.
 * Asking for less than was granted would take something away.
 */
export function scopesFor(granted: readonly string[], features: readonly Feature[]): string[] {
  const asked = features.flatMap((feature): readonly string[] => featureScopes[feature]);
  return [...new Set([...BASE_SCOPES, ...granted, ...asked])];
}

/** Tells which feature a missing scope belongs to, null where it is one of the base. */
export function featureOf(scopes: readonly string[]): Feature | null {
  const features = Object.keys(featureScopes) as Feature[];
  const needs = (feature: Feature) =>
    featureScopes[feature].some((scope) => scopes.includes(scope));
  return features.find(needs) ?? null;
}

/** The features that an error asks for: what Connect is to ask Pinterest for as well. */
export function featuresOf(error: ErrorInfo | AppError): Feature[] {
  const { code, data } = error as ErrorInfo;
  const feature = code === 'auth/missing-scope' ? featureOf(data.scopes) : null;
  return feature ? [feature] : [];
}
