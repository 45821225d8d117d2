import { is } from 'valibot';

import { AppError } from '../errors';
import type { Call, CallOptions } from './call';
import { endpoints, type Input, type OperationId } from './endpoints';
import { errorOf, mayHaveRun } from './errors';
import { checkInput } from './input-limits';
import { pagesOf, type ListId, type ListItem, type ListOptions } from './pagination';
import { readRateLimit, retryAfterMs, type RateLimit } from './rate-limit';
import { toRequest } from './request';

/** All of Pinterest's API that Tack uses, as one method. */
export interface PinterestClient {
  readonly call: Call;
  /** Walks a list page by page to its last bookmark; each step may throw as `call` does. */
  pages<Id extends ListId>(
    id: Id,
    input: Omit<Input<Id>, 'bookmark' | 'page_size'>,
    options?: ListOptions,
  ): AsyncGenerator<ListItem<Id>[]>;
}

/** What a client needs of the world. */
export interface ClientDeps {
  /** Base of the API without a trailing slash. */
  apiUrl: string;
  /** Whether `apiUrl` is the sandbox, which lacks some operations. */
  isSandbox?: boolean;
  /** What the person allowed; empty where it is not known, and then Pinterest is asked. */
  grantedScopes?: readonly string[];
  accessToken(): Promise<string>;
  /** Gives another token after `stale` was refused. @throws AppError `auth/signed-out` where there is none */
  renewToken(stale: string): Promise<string>;
  fetch: typeof fetch;
  /** False only where it is certain that no request can leave. */
  isOnline(): boolean;
  /** Called with the difference of Pinterest's clock to this one's, in ms, at every answer. */
  onClock?(offsetMs: number): void;
  /** Until when a category is paused (ms of UTC, 0 if not), and where a pause is noted. */
  lanes: {
    pausedUntil(category: string): Promise<number>;
    pause(category: string, until: number): Promise<void>;
    /** Called with what an answer's headers say of its category. */
    note?(category: string, limit: RateLimit): Promise<void>;
  };
}

const DEFAULT_TIMEOUT_MS = 25_000;

/** Pinterest's own samples stop for good after a spam block; reports speak of hours. */
const SPAM_PAUSE_MS = 2 * 3_600_000;

/** Makes a client. It keeps nothing: tokens, clock and pauses are the caller's. */
export function createClient(deps: ClientDeps): PinterestClient {
  const client: PinterestClient = {
    async call(id, input, options = {}) {
      const { rateCategory, inSandbox, scopes } = endpoints[id];
      if (deps.isSandbox && !inSandbox) throw new AppError('api/not-in-sandbox', undefined);
      checkScopes(scopes, deps.grantedScopes ?? []);
      checkInput(input as object);
      const pausedFor = (await deps.lanes.pausedUntil(rateCategory)) - Date.now();
      if (pausedFor > 0) throw new AppError('api/rate-limited', { retryAfterMs: pausedFor });
      const token = await deps.accessToken();
      try {
        return await callOnce(deps, id, input as object, token, options);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'auth/signed-out') throw error;
        // 401 is definitive: nothing was carried out, so the same call may go out again with another token.
        return await callOnce(deps, id, input as object, await deps.renewToken(token), options);
      }
    },
    pages: (id, input, options) => pagesOf(client.call, id, input, options),
  };
  return client;
}

/** What was not allowed is not asked for: Pinterest's refusal would name less. */
function checkScopes(needed: readonly string[], granted: readonly string[]): void {
  const missing = needed.filter((scope) => !granted.includes(scope));
  if (granted.length > 0 && missing.length > 0)
    throw new AppError('auth/missing-scope', { scopes: missing });
}

async function callOnce(
  deps: ClientDeps,
  id: OperationId,
  input: object,
  token: string,
  { signal, timeoutMs = DEFAULT_TIMEOUT_MS }: CallOptions,
): Promise<unknown> {
  const request = toRequest(deps.apiUrl, endpoints[id], input, token);
  if (!deps.isOnline()) throw new AppError('network/unreachable', undefined);
  const deadline = AbortSignal.timeout(timeoutMs);
  const signals = signal ? [signal, deadline] : [deadline];
  const response = await deps
    .fetch(request, { signal: AbortSignal.any(signals) })
    .catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw lost(id, deadline, cause);
    });
  noteClock(deps, response);
  const limit = readRateLimit(response.headers);
  if (limit) await deps.lanes.note?.(endpoints[id].rateCategory, limit);
  if (response.ok) return readBody(id, response, deadline);
  throw await refusalOf(deps, id, response);
}

function lost(id: OperationId, deadline: AbortSignal, cause: unknown): AppError {
  if (cause instanceof AppError && cause.code === 'network/not-allowed') return cause; // was not sent
  if (endpoints[id].whenLost === 'unknown')
    return new AppError('api/outcome-unknown', undefined, { cause });
  return new AppError(deadline.aborted ? 'network/timeout' : 'network/unreachable', undefined, {
    cause,
  });
}

async function readBody(
  id: OperationId,
  response: Response,
  deadline: AbortSignal,
): Promise<unknown> {
  if (response.status === 204) return undefined;
  const { status } = response;
  const contentType = response.headers.get('content-type') ?? '';
  const body: unknown = await response.json().catch(() => undefined);
  const { reply } = endpoints[id];
  if (contentType.includes('json') && (reply === null || is(reply, body))) return body;
  if (endpoints[id].whenLost === 'unknown' || deadline.aborted) throw lost(id, deadline, undefined);
  throw new AppError('api/unreadable-reply', { status, contentType: contentType.slice(0, 100) });
}

async function refusalOf(deps: ClientDeps, id: OperationId, response: Response): Promise<AppError> {
  const { status, headers } = response;
  const { rateCategory, whenLost } = endpoints[id];
  const body: unknown = await response.json().catch(() => null);
  const { code, message } = (body ?? {}) as { code?: unknown; message?: unknown };
  const refusal = {
    status,
    apiCode: typeof code === 'number' ? code : 0,
    message: typeof message === 'string' ? message.slice(0, 500) : '',
    requestId: headers.get('x-pinterest-rid') ?? '',
    retryAfterMs: retryAfterMs(headers, clockOf(headers) ?? Date.now()),
  };
  const error = errorOf(refusal);
  if (error.code === 'api/rate-limited') {
    const { retryAfterMs: wait } = (error as AppError<'api/rate-limited'>).data;
    await deps.lanes.pause(rateCategory, Date.now() + wait);
  }
  // Going on after a spam block makes it longer: the other pins wait as well.
  if (error.code === 'api/spam-block')
    await deps.lanes.pause(rateCategory, Date.now() + SPAM_PAUSE_MS);
  return mayHaveRun(refusal) && whenLost === 'unknown'
    ? lost(id, AbortSignal.abort(), error)
    : error;
}

function noteClock({ onClock }: ClientDeps, { headers }: Response): void {
  const clock = clockOf(headers);
  if (clock !== null) onClock?.(clock - Date.now());
}

/** Pinterest's own clock at an answer, ms of UTC: a time that it names is held against that one. */
function clockOf(headers: Headers): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date;
}
