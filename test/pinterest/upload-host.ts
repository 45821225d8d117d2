import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';

import { sendWithFault, type Reply } from './api/sending.ts';
import type { ActiveFault } from './faults.ts';
import { gate } from './gate.ts';
import { inspect } from './images.ts';
import {
  BrokenUpload,
  checkForm,
  errorXml,
  isVideo,
  readForm,
  S3Error,
  type Upload,
} from './s3.ts';
import type { MediaUpload } from './types.ts';
import type { HonoEnv, World } from './world.ts';

/** Takes uploads, as a bucket of S3 takes POST forms. */
export function uploadRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.post('/', async (context) => {
    world.requests.set('s3', (world.requests.get('s3') ?? 0) + 1);
    const fault = world.faults.take('s3');
    const { incoming } = context.env;
    if (fault?.kind === 'drop-before') {
      incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    if (fault?.kind === 'hold-before') await world.faults.hold(fault);
    if (fault?.kind === 'status' || fault?.kind === 'html') {
      incoming.resume();
      const {
        status = 503,
        body = errorXml({ code: 'SlowDown', message: 'Please reduce your request rate.' }),
      } = fault;
      return sendWithFault(context, world.faults, fault, {
        status,
        body,
        headers: { 'content-type': 'application/xml' },
      });
    }
    const reply = await take(world, incoming, fault);
    if (!reply) return RESPONSE_ALREADY_SENT;
    if (fault && fault.kind !== 'drop-during')
      return sendWithFault(context, world.faults, fault, reply);
    return new Response(reply.status === 204 ? null : String(reply.body), reply);
  });
  app.all('*', (context) =>
    context.body(
      errorXml({
        code: 'MethodNotAllowed',
        message: 'The specified method is not allowed against this resource.',
      }),
      405,
      {
        'content-type': 'application/xml',
      },
    ),
  );
  return app;
}

const uploadOf = (world: World, key: string | undefined) =>
  world.store.media.values().find((known) => known.key === key);

/** Notes what arrived, and of an image what it shows. */
async function receive(
  upload: MediaUpload,
  { size, sha256, head, bytes }: Upload,
  { isSpoilt, tookMs }: { isSpoilt: boolean; tookMs: number },
): Promise<void> {
  const picture = bytes && (await inspect(bytes).catch(() => undefined));
  if (picture) upload.picture = picture;
  const isRight = upload.kind === 'image' ? picture !== undefined : isVideo(head);
  const isUsable = isRight && !isSpoilt;
  upload.received = { receivedAt: Date.now(), tookMs, size, sha256, isUsable };
}

const speedOf = ({ bytes = 16, ms = 50 }: ActiveFault) => (bytes / ms) * 1000;

/** Takes one upload in; undefined where its connection was closed meanwhile. */
async function take(
  world: World,
  incoming: Parameters<typeof readForm>[0],
  fault: ActiveFault | undefined,
): Promise<Reply | undefined> {
  try {
    const through = gate(incoming, {
      bytesPerSecond: fault?.kind === 'slow' ? speedOf(fault) : world.uploadBytesPerSecond,
      dropAt: fault?.kind === 'drop-during' ? (fault.bytes ?? 1) : undefined,
      onBytes: (arrived) => (world.arrived = arrived),
    });
    const begun = performance.now();
    const form = await readForm(incoming, through, (key) => uploadOf(world, key)?.kind === 'image');
    checkForm(form);
    const upload = uploadOf(world, form.fields.get('key'));
    const tookMs = performance.now() - begun;
    if (upload) await receive(upload, form, { isSpoilt: fault?.kind === 'spoil', tookMs });
    return { status: 204, body: undefined, headers: { etag: `"${form.sha256.slice(0, 32)}"` } };
  } catch (error) {
    if (error instanceof BrokenUpload) return undefined;
    if (!(error instanceof S3Error)) throw error;
    return {
      status: error.status,
      body: errorXml(error),
      headers: { 'content-type': 'application/xml' },
    };
  }
}
