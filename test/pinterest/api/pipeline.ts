import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';

import type { ActiveFault } from '../faults.ts';
import { betaOperations, notInSandbox, operations, type Operation } from '../operations.ts';
import { isBeyond } from '../record.ts';
import type { Account, Token } from '../types.ts';
import type { HonoEnv, World } from '../world.ts';
import { ApiError, errors } from './errors.ts';
import { sendWithFault, type Reply } from './sending.ts';

/** What a handler of an operation knows about a call. */
export interface Call {
  world: World;
  account: Account;
  token: Token;
  /** Parameters of the path, by name; an absent one is an empty string. */
  path(name: string): string;
  query: URLSearchParams;
  /** The parsed JSON body, or an empty object. */
  body: Record<string, unknown>;
}

/** Answers one operation: a status and, but for 204, a body. */
export type Handler = (call: Call) => Reply | Promise<Reply>;

export const ok = (body: unknown): Reply => ({ status: 200, body, headers: {} });
export const created = (body: unknown): Reply => ({ status: 201, body, headers: {} });
export const noContent = (): Reply => ({ status: 204, body: undefined, headers: {} });

/** Puts the handlers of operations on their routes. */
export function mount(app: Hono<HonoEnv>, world: World, handlers: Record<string, Handler>): void {
  for (const operation of operations.values()) {
    const handler = handlers[operation.id];
    if (!handler) continue;
    app.on(operation.method, operation.path, (context) =>
      exchange(context, world, operation.id, async (text) => {
        const reply = await answer(context, world, operation, { text, handler });
        return reply;
      }),
    );
  }
}

/** Answers, records and sends, with the fault that is set for the operation if there is one. */
export async function exchange(
  context: Context<HonoEnv>,
  world: World,
  operation: string,
  work: (text: string) => Promise<Reply>,
): Promise<Response> {
  world.requests.set(operation, (world.requests.get(operation) ?? 0) + 1);
  world.addresses.push(context.req.url);
  world.addresses.splice(0, world.addresses.length - 1000);
  const fault = world.faults.take(operation);
  const text = ['GET', 'HEAD'].includes(context.req.method) ? '' : await context.req.text();
  const note = (reply: Reply) => record(context, world, { operation, text, reply, fault });
  if (fault?.kind === 'drop-before') {
    note({ status: 0, body: undefined, headers: {} });
    context.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  if (fault?.kind === 'hold-before') await world.faults.hold(fault);
  const reply = withRequestId(instead(fault) ?? (await attempt(() => work(text))));
  note(reply);
  if (fault) return sendWithFault(context, world.faults, fault, reply);
  return toResponse(reply);
}

async function answer(
  context: Context<HonoEnv>,
  world: World,
  operation: Operation,
  { text, handler }: { text: string; handler: Handler },
): Promise<Reply> {
  const token = authenticate(context, world, operation);
  const { hasBeta, environment } = world.app;
  if (environment === 'sandbox' && notInSandbox.has(operation.id)) throw errors.noEndpoint();
  if (!hasBeta && betaOperations.has(operation.id)) throw errors.restricted();
  const account = world.store.accounts.get(token.ownerId);
  if (!account) throw errors.authentication();
  const { allowed, headers } = world.limits.count(account.id, operation.category, world.app.access);
  const call: Call = {
    world,
    account,
    token,
    path: (name) => context.req.param(name) ?? '',
    query: new URL(context.req.url).searchParams,
    body: {},
  };
  const reply = await attempt(() => {
    if (!allowed) throw errors.rateLimit();
    call.body = parseBody(text);
    checkIds(context.req.param());
    return handler(call);
  });
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

function authenticate(context: Context<HonoEnv>, world: World, operation: Operation): Token {
  const [, value = ''] = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const token = world.tokens.live(value);
  if (!token || token.kind === 'refresh') throw errors.authentication();
  if (token.kind === 'client' && !operation.client) throw errors.scope();
  if (!operation.scopes.every((scope) => token.scopes.includes(scope))) throw errors.scope();
  return token;
}

async function attempt(work: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError) {
      const { status, code, message, extra } = error;
      return { status, body: { code, message, status: 'failure', ...extra }, headers: {} };
    }
    console.error(error);
    const body = {
      code: 0,
      message: 'Something went wrong on our end. Sorry about that.',
      status: 'failure',
    };
    return { status: 500, body, headers: {} };
  }
}

function parseBody(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Answered below, as for JSON of another kind.
  }
  throw errors.invalid('Invalid request body: it must be a JSON object.');
}

function checkIds(parameters: Record<string, string>) {
  for (const [name, value] of Object.entries(parameters)) {
    if (name.endsWith('_id') && !/^\d+$/.test(value)) {
      throw errors.invalid(`Invalid request: '${value}' does not match '^\\d+$'`);
    }
  }
}

/** The reply that a fault gives in place of the real one. */
function instead(fault: ActiveFault | undefined): Reply | undefined {
  if (fault?.kind === 'status') {
    const { status = 500, headers = {} } = fault;
    const body = fault.body ?? {
      code: 0,
      message: 'Something went wrong on our end.',
      status: 'failure',
    };
    return { status, body, headers };
  }
  if (fault?.kind === 'html') {
    const page =
      typeof fault.body === 'string'
        ? fault.body
        : '<!doctype html><title>Sign in to this network</title>';
    return {
      status: 200,
      body: page,
      headers: { 'content-type': 'text/html; charset=utf-8', ...fault.headers },
    };
  }
  return undefined;
}

let requestNumber = 7_606_362_844_227_000;

function withRequestId(reply: Reply): Reply {
  requestNumber += 1;
  const type = reply.status === 204 ? {} : { 'content-type': 'application/json' };
  const headers = {
    ...type,
    'x-pinterest-rid': String(requestNumber),
    date: new Date().toUTCString(),
  };
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

function toResponse({ status, body, headers }: Reply): Response {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status, headers });
}

interface Noted {
  operation: string;
  text: string;
  reply: Reply;
  fault: ActiveFault | undefined;
}

function record(context: Context<HonoEnv>, world: World, { operation, text, reply, fault }: Noted) {
  const headers = context.req.header();
  const value = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  const token = world.tokens.all().find((known) => known.value === value);
  world.recorder.write({
    method: context.req.method,
    url: context.req.url,
    requestHeaders: headers,
    requestBody: text === '' ? null : text,
    status: reply.status,
    responseHeaders: reply.headers,
    responseBody: reply.body ?? null,
    ...(token ? { scopes: token.scopes } : {}),
    ...(fault ? { fault: true as const } : {}),
    ...(isBeyond(operation, text, reply.body ?? null) ? { beyond: true as const } : {}),
    operation,
    at: new Date().toISOString(),
  });
}
