// @vitest-environment node
import { describe, expect, it } from 'vitest';

import type { PinterestClient } from '../pinterest/client';
import { requestOf } from './request';
import type { Job, JobMedia } from './types';

const picture = (key: string, type = 'image/jpeg') =>
  ({ kind: 'bytes', key, type, size: 5, sha256: key, width: 100, height: 150 }) as const;

const jobWith = (media: JobMedia, sectionId: string | null = null) =>
  ({
    id: 'job-1',
    content: {
      title: 'Panna cotta',
      description: '',
      link: 'https://kitchen.example/',
      altText: '',
      boardId: '7',
      boardName: 'Kitchen',
      sectionId,
      sectionName: null,
    },
    media,
  }) as Job;

/** Gives what is asked of Pinterest for a job. */
async function asked(job: Job): Promise<unknown[]> {
  let call: unknown[] = [];
  const client = {
    call: async (...all: unknown[]) => {
      call = all;
      return { id: '1' };
    },
  } as unknown as PinterestClient;
  const request = await requestOf(
    client,
    job,
    async (_, { key = '' }) => new Blob([`bytes${key}`]),
  );
  expect(call).toEqual([]); // all is read before anything is sent
  await request();
  return call;
}

describe('the request of a job', () => {
  it('creates a pin of an uploaded video, with a whole second of it as its cover', async () => {
    const facts = { type: 'video/mp4', size: 5, sha256: 'x', width: 9, height: 16 };
    const job = jobWith({ kind: 'video', ...facts, durationMs: 9000, cover: { ms: 3400 } });
    const [, input] = await asked({ ...job, stage: { name: 'processed', mediaId: '77' } });
    expect(input).toMatchObject({
      media_source: { source_type: 'video_id', media_id: '77', cover_image_key_frame_time: 3 },
    });
  });

  it('creates a pin of an uploaded image by its id, and reads no bytes of it', async () => {
    const job = jobWith({ ...picture(''), byId: true });
    const [, input] = await asked({ ...job, stage: { name: 'processed', mediaId: '77' } });
    expect(input).toMatchObject({ media_source: { source_type: 'image_id', media_id: '77' } });
  });

  it('creates a pin of one picture', async () => {
    const [operation, input] = await asked(jobWith(picture('', 'image/png')));
    expect(operation).toBe('pins/create');
    expect(input).toEqual({
      board_id: '7',
      title: 'Panna cotta',
      link: 'https://kitchen.example/',
      media_source: { source_type: 'image_base64', content_type: 'image/png', data: btoa('bytes') },
    });
  });

  it('creates one pin of the pictures of a carousel, in their order, each by its own bytes', async () => {
    const items = [picture(''), picture('2', 'image/png'), picture('3')];
    const [operation, input] = await asked(jobWith({ kind: 'carousel', fit: 'crop', items }));
    expect(operation).toBe('pins/create');
    expect(input).toMatchObject({
      media_source: {
        source_type: 'multiple_image_base64',
        items: [
          { content_type: 'image/jpeg', data: btoa('bytes') },
          { content_type: 'image/png', data: btoa('bytes2') },
          { content_type: 'image/jpeg', data: btoa('bytes3') },
        ],
      },
    });
  });

  it('names the addresses of a carousel whose bytes nobody could read', async () => {
    const items = ['https://a.example/1.jpg', 'https://a.example/2.jpg'].map((url) => ({
      kind: 'url' as const,
      url,
    }));
    const [, input] = await asked(jobWith({ kind: 'carousel', fit: 'crop', items }));
    expect(input).toMatchObject({
      media_source: {
        source_type: 'multiple_image_urls',
        items: [{ url: 'https://a.example/1.jpg' }, { url: 'https://a.example/2.jpg' }],
      },
    });
  });

  it('saves a pin that is there, and says nothing of its words', async () => {
    const job = jobWith({ kind: 'pin', pinId: '42' }, '9');
    expect(await asked(job)).toEqual([
      'pins/save',
      { pin_id: '42', board_id: '7', board_section_id: '9' },
    ]);
  });
});
