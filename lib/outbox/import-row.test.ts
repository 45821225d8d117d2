// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { ImportedRow } from '../csv/imported-row';
import { rowId } from '../csv/row-id';
import { readDraft } from '../drafts/store';
import { addHistory } from './history';
import { importRow } from './import-row';
import { listJobs, readJob, removeJob } from './store';
import { signedIn } from './testing';

const HASH = 'ab12cd34ef56ab78'.repeat(4);

const aRow = (number: number, more: Partial<ImportedRow> = {}): ImportedRow => ({
  id: rowId(HASH, number),
  title: `Row ${number}`,
  description: '',
  link: `https://kitchen.example/${number}`,
  altText: '',
  board: { boardId: '1', boardName: 'Kitchen', sectionId: null, sectionName: null },
  imageUrl: `https://images.example/row-${number}.jpg`,
  when: null,
  confirmed: false,
  ...more,
});

beforeEach(async () => {
  await signedIn('a');
  vi.stubGlobal('navigator', {
    locks: navigator.locks,
    storage: { getDirectory: () => Promise.resolve(noBytes) },
  });
});

/** Rows with an address have no bytes on disk. */
const noBytes = { getDirectoryHandle: async () => ({ removeEntry: async () => undefined }) };

describe('a row of a CSV', () => {
  it('becomes a job with its own picture, and the same one however often its file is brought in', async () => {
    expect(await importRow(aRow(2))).toBe('queued');
    expect(await importRow(aRow(2))).toBe('there');

    const { jobs } = await listJobs();
    expect(jobs.filter(({ id }) => id === rowId(HASH, 2))).toMatchObject([
      { content: { title: 'Row 2' }, media: { kind: 'url' }, stage: { name: 'queued' } },
    ]);
  });

  it('is not queued again once its pin is out and its job was cleared away', async () => {
    await importRow(aRow(3));
    await removeJob(rowId(HASH, 3));
    const ids = { pinId: '99', jobId: rowId(HASH, 3), accountId: 'a', boardId: '1' };
    await addHistory({ version: 1, ...ids, pageHash: '', imageHash: null, at: 1 });

    expect(await importRow(aRow(3))).toBe('there');
    expect(await readJob(rowId(HASH, 3))).toBeUndefined();
  });

  it('waits for its time', async () => {
    const at = Date.now() + 3_600_000;
    await importRow(aRow(4, { when: { kind: 'at', at } }));
    expect((await readJob(rowId(HASH, 4)))?.notBefore).toBe(at);
  });

  it('leaves nothing behind where its picture was pinned before, and is queued where that is meant', async () => {
    await importRow(aRow(5));
    const again = aRow(6, { imageUrl: aRow(5).imageUrl });

    await expect(importRow(again)).rejects.toMatchObject({ code: 'draft/repeated' });
    expect(await readDraft(again.id)).toBeUndefined();

    expect(await importRow({ ...again, confirmed: true })).toBe('queued');
  });

  it.each([
    { imageUrl: 'http://images.example/a.jpg' },
    { imageUrl: 'https://localhost/a.jpg' },
    { imageUrl: 'data:image/png;base64,AAAA' },
    { id: 'draft-of-somebody' },
  ])('is refused with %o, also where a view did not check it', async (more) => {
    await expect(importRow(aRow(7, more))).rejects.toMatchObject({
      code: expect.stringMatching(/^(draft\/no-image|message\/refused)$/),
    });
  });

  it('is one of five hundred', { timeout: 30_000 }, async () => {
    const at = Date.now() + 3_600_000;
    for (let number = 1000; number < 1500; number += 1) {
      await importRow(aRow(number, { when: { kind: 'at', at } }));
    }
    const { jobs } = await listJobs();
    expect(jobs.filter(({ notBefore }) => notBefore === at)).toHaveLength(500);
  });
});
