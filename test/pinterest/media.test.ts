// @vitest-environment node
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type LocalPinterest, startPinterest } from './server.ts';
import { caller, clip, postFile } from './testing.ts';

let pinterest: LocalPinterest;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 3, pins: 0, processingMs: 60 });
});
afterAll(() => pinterest.close());
beforeEach(() => {
  pinterest.reset();
  call = caller(pinterest);
});

interface Registered {
  media_id: string;
  upload_url: string;
  upload_parameters: Record<string, string>;
}

async function register(): Promise<Registered> {
  const { body } = await call('POST', '/media', { media_type: 'video' });
  return body;
}

const upload = (
  media: Registered,
  file = clip(),
  change = (fields: [string, string][]) => fields,
) => postFile(media.upload_url, change(Object.entries(media.upload_parameters)), file);

const statusOf = async (media: Registered) =>
  (await call('GET', `/media/${media.media_id}`)).body.status;

describe('a video', () => {
  it('is registered, processed, and then a pin', async () => {
    const media = await register();
    const before = await statusOf(media);
    const sent = await upload(media);
    const during = await statusOf(media);
    await sleep(90);
    const after = await statusOf(media);

    const [board] = pinterest.ledger.boards('linda_kitchen');
    const source = {
      source_type: 'video_id',
      media_id: media.media_id,
      cover_image_key_frame_time: 1,
    };
    const { status, body } = await call('POST', '/pins', {
      board_id: board?.id,
      media_source: source,
    });

    expect([sent.status, sent.text]).toEqual([204, '']);
    expect([before, during, after]).toEqual(['registered', 'processing', 'succeeded']);
    expect([status, body.creative_type, body.media.media_type]).toEqual([201, 'VIDEO', 'video']);
  });

  it('arrives by a slow line, and not by one that breaks', async () => {
    pinterest.setUploadSpeed(1_000_000);
    const media = await register();
    const sent = await upload(media, clip(200_000));
    pinterest.faults.add({ operation: 's3', kind: 'drop-during', bytes: 100_000 });
    const other = await register();
    const broken = await upload(other, clip(200_000)).catch((error: Error) => error.message);

    expect(sent.status).toBe(204);
    expect(broken).toMatch(/ECONNRESET|EPIPE|hang up/);
    expect(pinterest.ledger.arrivedBytes()).toBeGreaterThanOrEqual(100_000);
    expect(await statusOf(other)).toBe('registered');
  });

  it('fails when the bytes are none', async () => {
    const media = await register();
    await upload(media, Buffer.from('GIF89a, which is not a video'));
    await sleep(90);

    expect(await statusOf(media)).toBe('failed');
  });

  it('needs a cover', async () => {
    const media = await register();
    await upload(media);
    await sleep(90);
    const [board] = pinterest.ledger.boards('linda_kitchen');

    const { status, body } = await call('POST', '/pins', {
      board_id: board?.id,
      media_source: { source_type: 'video_id', media_id: media.media_id },
    });

    expect(status).toBe(400);
    expect(body.message).toContain('cover_image_url');
  });
});

const without = (name: string) => (fields: [string, string][]) =>
  fields.filter(([known]) => known !== name);

const replacing = (name: string, value: string) => (fields: [string, string][]) =>
  [...without(name)(fields), [name, value]] as [string, string][];

describe('the upload host', () => {
  it.each([
    ['no policy', without('policy'), 403, 'AccessDenied'],
    ['no signature', without('x-amz-signature'), 403, 'AccessDenied'],
    [
      'a wrong signature',
      replacing('x-amz-signature', '0'.repeat(64)),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a changed policy',
      replacing(
        'policy',
        Buffer.from('{"expiration":"2030-01-01T00:00:00Z","conditions":[]}').toString('base64'),
      ),
      403,
      'SignatureDoesNotMatch',
    ],
    ['another key', replacing('key', 'uploads/other'), 403, 'Policy Condition failed'],
    [
      'another content type',
      replacing('Content-Type', 'video/mp4'),
      403,
      'Policy Condition failed',
    ],
    [
      'a field that the policy does not name',
      replacing('acl', 'public-read'),
      403,
      'Extra input fields: acl',
    ],
    ['no session token', without('x-amz-security-token'), 400, 'InvalidToken'],
  ])('refuses a form with %s', async (_, change, status, words) => {
    const reply = await upload(await register(), clip(), change);

    expect([reply.status, reply.headers['content-type']]).toEqual([status, 'application/xml']);
    expect(reply.text).toContain(words);
  });

  it('reads no field after the file', async () => {
    const media = await register();

    const { status, text } = await postFile(
      media.upload_url,
      Object.entries(media.upload_parameters),
      clip(),
      true,
    );

    expect(status).toBe(403);
    expect(text).toContain('AccessDenied');
  });

  it('refuses an empty file', async () => {
    const { status, text } = await upload(await register(), Buffer.alloc(0));

    expect(status).toBe(400);
    expect(text).toContain('EntityTooSmall');
  });

  it('refuses a form whose time is over', async () => {
    const brief = await startPinterest({ port: 0, boards: 1, pins: 0, uploadSeconds: 1 });
    const { body } = await caller(brief)('POST', '/media', { media_type: 'video' });
    await sleep(2100);

    const { status, text } = await postFile(
      body.upload_url,
      Object.entries<string>(body.upload_parameters),
      clip(),
    );
    await brief.close();

    expect(status).toBe(403);
    expect(text).toContain('Policy expired');
  });

  it('keeps the size and hash of what came', async () => {
    const media = await register();
    await upload(media, clip(100_000));

    expect(pinterest.ledger.media()).toMatchObject([
      { id: media.media_id, received: { size: 100_000, isUsable: true } },
    ]);
  });
});
