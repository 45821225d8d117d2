import type { GenericSchema } from 'valibot';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Pinterest's OAuth scopes that Tack may ask for. */
export type Scope =
  | 'boards:read'
  | 'boards:read_secret'
  | 'boards:write'
  | 'boards:write_secret'
  | 'pins:read'
  | 'pins:read_secret'
  | 'pins:write'
  | 'pins:write_secret'
  | 'user_accounts:read'
  | 'ads:read';

/** The description's `x-ratelimit-category`. */
export type RateCategory =
  | 'org_read'
  | 'org_write'
  | 'org_analytics'
  | 'ads_read'
  | 'ads_analytics';

/**
 * What a lost answer means:
 * - `repeat`: asking again does no harm, so the failure is an ordinary network error
 * - `unknown`: it may have been carried out; the caller has to find out
 */
export type WhenLost = 'repeat' | 'unknown';

/** Names between braces: `/boards/{board_id}/pins` gives `'board_id'`. */
export type PathParam<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParam<Rest>
  : never;

/** One operation of the API as data. `types` exists for the compiler only. */
export interface Endpoint<Input, Output> {
  readonly method: Method;
  readonly path: string;
  readonly scopes: readonly Scope[];
  readonly rateCategory: RateCategory;
  readonly whenLost: WhenLost;
  /** What a reply must have to be used; null where there is none (204). More than that is allowed. */
  readonly reply: GenericSchema | null;
  /** False where the description says `x-sandbox: disabled`: api-sandbox.pinterest.com refuses it. */
  readonly inSandbox: boolean;
  /** True where Pinterest grants it app by app, and refuses others with 401 code 3. */
  readonly isBeta: boolean;
  readonly types?: { input: Input; output: Output };
}

type Facts = Pick<Endpoint<never, never>, 'scopes' | 'rateCategory' | 'whenLost' | 'reply'> &
  Partial<Pick<Endpoint<never, never>, 'inSandbox' | 'isBeta'>>;

/** Makes a row. A path parameter that the input lacks does not compile. */
export function endpoint<Input extends object, Output>() {
  return <const Path extends string>(
    method: Method,
    path: PathParam<Path> extends keyof Input ? Path : never,
    facts: Facts,
  ): Endpoint<Input, Output> => ({ inSandbox: true, isBeta: false, ...facts, method, path });
}
