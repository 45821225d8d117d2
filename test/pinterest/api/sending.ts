import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

import type { ActiveFault, Faults } from '../faults.ts';
import type { HonoEnv } from '../world.ts';

/** An answer before it is sent: a string is sent as it is, anything else as JSON. */
export interface Reply {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/** Sends a reply the way a fault wants it, or closes the connection instead. */
export async function sendWithFault(
  context: Context<HonoEnv>,
  faults: Faults,
  fault: ActiveFault,
  { status, body, headers }: Reply,
): Promise<Response> {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const { incoming, outgoing } = context.env;
  if (fault.kind === 'drop-after') {
    incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  if (fault.kind === 'hold') await faults.hold(fault);
  if (fault.kind !== 'truncate' && fault.kind !== 'slow') {
    return new Response(status === 204 ? null : text, { status, headers });
  }
  const bytes = Buffer.from(text);
  outgoing.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  if (fault.kind === 'truncate') {
    outgoing.write(bytes.subarray(0, fault.bytes ?? Math.floor(bytes.length / 2)), () => {
      incoming.socket.destroySoon();
    });
    return RESPONSE_ALREADY_SENT;
  }
  const piece = fault.bytes ?? 16;
  for (let at = 0; at < bytes.length && !outgoing.destroyed; at += piece) {
    outgoing.write(bytes.subarray(at, at + piece));
    await new Promise((resolve) => {
      setTimeout(resolve, fault.ms ?? 50);
    });
  }
  outgoing.end();
  return RESPONSE_ALREADY_SENT;
}
