// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { sha256 } from '../../test/pinterest/images';
import { startPinterest, type LocalPinterest } from '../../test/pinterest/server';
import { picture } from '../../test/pinterest/testing';
import { follow, signedInClient, uploaderOf } from '../../test/uploads';
import { target } from '../auth/environment';
import { writeAccount } from '../auth/vault';
import { imageIdsRefused } from '../storage/late-items';
import { noteImageIds, setImageIds, withImageId } from './image-ids';
import { createRunner } from './run';
import { addJob } from './store';
import { aJob } from './testing-board';
import { quietDeps } from './testing-runner';
import type { Job } from './types';

let pinterest: LocalPinterest;
let bytes: Buffer;
beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 3, pins: 0, processingMs: 50 });
  bytes = await picture();
});
afterAll(() => pinterest.close());
beforeEach(async () => {
  pinterest.reset();
  target.uploadHosts.push(new URL(pinterest.uploadUrl).origin);
  await writeAccount({
    version: 1,
    kind: 'account',
    app: { appId: '1', appSecret: 's', environment: 'sandbox' },
    tokens: null,
    view: {
      id: 'a',
      username: 'a',
      imageUrl: null,
      accountType: 'PINNER',
      environment: 'sandbox',
      scopes: [],
    },
  });
  await setImageIds(true);
});

/** Queues an image and follows it to its end, as the worker does. */
async function published(file = bytes): Promise<Job> {
  const job = aJob();
  const [board] = pinterest.ledger.boards('linda_kitchen');
  job.content.boardId = board!.id;
  await addJob(job);
  const uploader = uploaderOf(file);
  const runner = createRunner({
    ...quietDeps(signedInClient(pinterest)),
    prepare: (row) => withImageId(row, row.media),
    readPrepared: async () => new Blob([new Uint8Array(bytes)]),
    onCreated: noteImageIds,
    uploader,
  });
  return follow(job.id, runner, uploader);
}

const made = () => pinterest.ledger.pins({ seeded: false });
const asked = (operation: string) => pinterest.ledger.requests(operation);

describe('an image that goes by its id', () => {
  it('is registered, uploaded, and made one pin of its very bytes', async () => {
    const ended = await published();

    expect(ended).toMatchObject({ stage: { name: 'created' }, media: { byId: true } });
    expect(made()).toMatchObject([{ kind: 'image', sha256: sha256(bytes) }]);
    expect(made()[0]?.mediaId).toBe(pinterest.ledger.media()[0]?.id);
    expect(await imageIdsRefused.getValue()).toEqual([]);
  });

  it('goes with its pin where registering is refused, and the environment is asked no more', async () => {
    pinterest.setApp({ takesImageIds: false });
    const first = await published();
    const second = await published();

    expect(first).toMatchObject({ stage: { name: 'created' }, media: { byId: false } });
    expect(second.stage.name).toBe('created');
    expect(made().map(({ mediaId }) => mediaId)).toEqual([null, null]);
    expect(asked('media/create')).toBe(1);
    expect(await imageIdsRefused.getValue()).toEqual(['sandbox']);
  });

  it('is asked for again once the person turned it on again', async () => {
    await imageIdsRefused.setValue(['sandbox']);
    await setImageIds(true);

    expect((await published()).media).toMatchObject({ byId: true });
  });

  it('goes with its pin where the upload host refuses it', async () => {
    pinterest.faults.add({ operation: 's3', kind: 'status', status: 400, body: '<Error/>' });
    await published();

    expect(made()).toMatchObject([{ mediaId: null, sha256: sha256(bytes) }]);
    expect(await imageIdsRefused.getValue()).toEqual(['sandbox']);
  });

  it('goes with its pin where the upload host is not reached', async () => {
    pinterest.faults.add({ operation: 's3', kind: 'drop-before', times: 20 });
    await published();

    expect(made()).toMatchObject([{ mediaId: null }]);
    expect(asked('s3')).toBeLessThan(6);
    expect(await imageIdsRefused.getValue()).toEqual([]); // the line was at fault
  });

  it('goes with its pin where Pinterest can make nothing of what was uploaded', async () => {
    await published(Buffer.from('not what was to be sent'));

    expect(made()).toMatchObject([{ mediaId: null, sha256: sha256(bytes) }]);
  });

  it('goes with its pin where no pin is made of an id', async () => {
    const body = { code: 1, message: 'Invalid media_source' };
    pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 400, body });
    await published();

    expect(made()).toMatchObject([{ mediaId: null }]);
    expect(asked('pins/create')).toBe(2);
    expect(await imageIdsRefused.getValue()).toEqual(['sandbox']);
  });

  it('is held where it is refused either way, which says nothing of ids', async () => {
    const body = { code: 1, message: 'Invalid title' };
    pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 400, body, times: 2 });
    const held = await published();

    expect(held).toMatchObject({ stage: { name: 'prepared' }, pause: { kind: 'held' } });
    expect(held.media).not.toHaveProperty('byId');
    expect(await imageIdsRefused.getValue()).toEqual([]);
  });

  it('is one pin where the answer to its creation was lost', async () => {
    pinterest.faults.add({ operation: 'pins/create', kind: 'drop-after' });
    await published();

    expect(made()).toHaveLength(1);
  });

  it('waits for a board that is gone, as any other', async () => {
    const body = { code: 40, message: 'Board not found.' };
    pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 404, body, times: 2 });

    expect((await published()).pause).toMatchObject({ because: { code: 'api/not-found' } });
  });
});

it('leaves images as they are while it is off, and what is no single picture always', async () => {
  await setImageIds(false);
  const facts = { type: 'image/jpeg', size: 1, sha256: 'x', width: 300, height: 450 };
  const image = { kind: 'bytes', ...facts } as const;
  expect(await withImageId({ accountId: 'a' }, { ...image, byId: true })).toEqual(image);

  await setImageIds(true);
  const carousel = { kind: 'carousel', fit: 'crop', items: [image, image] } as const;
  expect(await withImageId({ accountId: 'a' }, { ...carousel, items: [image] })).toEqual({
    ...carousel,
    items: [image],
  });
  expect(await withImageId({ accountId: 'nobody' }, image)).toEqual(image);
});
