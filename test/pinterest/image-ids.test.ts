// @vitest-environment node
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { root } from '../../scripts/run.ts';
import { sha256 } from './images.ts';
import { type LocalPinterest, startPinterest } from './server.ts';
import { caller, clip, picture, postFile } from './testing.ts';

const recordFile = path.join(os.tmpdir(), `local-pinterest-image-ids-${process.pid}.jsonl`);
const checker = path.join(root, '../shared/contract/check.mjs');

let pinterest: LocalPinterest;
let call: ReturnType<typeof caller>;
beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 3, pins: 0, processingMs: 0, recordFile });
});
afterAll(async () => {
  await pinterest.close();
  await rm(recordFile, { force: true });
});
beforeEach(() => {
  pinterest.reset();
  call = caller(pinterest);
});

async function uploaded(file: Buffer): Promise<string> {
  const { body } = await call('POST', '/media', { media_type: 'image' });
  const fields = Object.entries<string>(body.upload_parameters);
  expect((await postFile(body.upload_url, fields, file)).status).toBe(204);
  return body.media_id;
}

function createFrom(media_id: string, source_type = 'image_id') {
  const [board] = pinterest.ledger.boards('linda_kitchen');
  return call('POST', '/pins', { board_id: board!.id, media_source: { source_type, media_id } });
}

const statusOf = async (id: string) => (await call('GET', `/media/${id}`)).body.status;

describe('an image by its id', () => {
  it('is registered, uploaded, and a pin of the very bytes', async () => {
    const bytes = await picture();
    const id = await uploaded(bytes);
    const status = await statusOf(id);
    const pin = await createFrom(id);

    expect([status, pin.status, pin.body.creative_type]).toEqual(['succeeded', 201, 'REGULAR']);
    const [made] = pinterest.ledger.pins({ seeded: false });
    expect(made).toMatchObject({ mediaId: id, width: 300, sha256: sha256(bytes) });
  });

  it('is none where the bytes are no picture, nobody uploaded it, or it is a video', async () => {
    const id = await uploaded(clip());
    expect(await statusOf(id)).toBe('failed');
    expect((await createFrom(id)).status).toBe(400);
    expect((await createFrom('1')).status).toBe(404);
    const { body } = await call('POST', '/media', { media_type: 'video' });
    expect((await createFrom(body.media_id)).status).toBe(404);
    expect((await createFrom(id, 'video_id')).status).toBe(404);
  });

  it('is refused by an app that does not take it, as the description has it', async () => {
    const id = await uploaded(await picture());
    pinterest.setApp({ takesImageIds: false });

    const registration = await call('POST', '/media', { media_type: 'image' });
    expect([registration.status, registration.body.code]).toEqual([400, 1]);
    expect((await createFrom(id)).body.message).toContain("unknown source_type 'image_id'");
  });
});

it('is marked in the record as beyond the description, and nothing else is', async () => {
  const lines = (await readFile(recordFile, 'utf8')).trim().split('\n');
  const marked = lines.map((line) => JSON.parse(line) as { operation: string; beyond?: true });
  const kinds = marked.map(({ operation, beyond }) => `${operation} ${beyond ?? false}`);

  expect(new Set(kinds)).toEqual(
    new Set([
      'media/create true',
      'media/create false', // of a video
      'media/get true',
      'pins/create true',
      'pins/create false', // of a video
    ]),
  );
  if (!existsSync(checker)) return;
  const { stdout } = await promisify(execFile)(process.execPath, [checker, recordFile], {
    cwd: root,
  });
  expect(stdout).toContain(' 0 violations');
});
