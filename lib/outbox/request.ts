import { blobToBase64 } from '../media/base64';
import type { PinterestClient } from '../pinterest/client';
import type { InlineImage, MediaSource, Pin, PinCreate } from '../pinterest/types';
import { isById } from './by-id';
import { mediaOf } from './job';
import type { Job, PictureMedia, PinContent, VideoMedia } from './types';

/** What of a picture names its bytes: the end of its file's name, and their hash. */
type Named = Pick<Extract<PictureMedia, { kind: 'bytes' }>, 'key' | 'sha256'>;

/** Gives the bytes that are to be sent of one picture of a job, none but those that its row names. */
export type ReadPrepared = (id: string, picture: Named) => Promise<Blob>;

/** A request that is ready to be sent: nothing of it can fail any more but the sending. */
export type ReadyRequest = () => Promise<Pin>;

/**
 * Makes the one request that a job ends in: a pin is created, or one that is there is saved to the board.
 * @throws AppError `draft/no-image` where bytes are gone, `media/damaged` where they are others than were queued
 */
export async function requestOf(
  client: PinterestClient,
  job: Job,
  readPrepared: ReadPrepared,
): Promise<ReadyRequest> {
  const { content, media } = job;
  if (media.kind === 'pin') {
    const { boardId: board_id, sectionId } = content;
    const section = sectionId ? { board_section_id: sectionId } : {};
    return () => client.call('pins/save', { pin_id: media.pinId, board_id, ...section });
  }
  const source =
    media.kind === 'video'
      ? videoSource(job, media)
      : isById(job)
        ? ({ source_type: 'image_id', ...idOf(job) } as const)
        : await mediaSourceOf(media, (picture) => readPrepared(job.id, picture));
  const pin = pinOf(content, source);
  return () => client.call('pins/create', pin, { timeoutMs: sendTimeoutMs(pin) });
}

function pinOf(content: PinContent, media_source: MediaSource): PinCreate {
  const { boardId, sectionId, title, description, altText, link } = content;
  return {
    board_id: boardId,
    ...(sectionId ? { board_section_id: sectionId } : {}),
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(altText ? { alt_text: altText } : {}),
    ...(link ? { link } : {}),
    media_source,
  };
}

type Read = (picture: Named) => Promise<Blob>;

const idOf = (job: Job) => ({ media_id: mediaOf(job).mediaId });

/** Pinterest counts a cover's place in whole seconds, and takes the last frame where that is past the end. */
function videoSource(job: Job, { cover }: VideoMedia): MediaSource {
  const cover_image_key_frame_time = Math.round(cover.ms / 1000);
  return { source_type: 'video_id', ...idOf(job), cover_image_key_frame_time };
}

async function mediaSourceOf(
  media: Exclude<Job['media'], { kind: 'pin' | 'video' }>,
  read: Read,
): Promise<MediaSource> {
  if (media.kind === 'url') return { source_type: 'image_url', url: media.url };
  if (media.kind === 'bytes') {
    return { source_type: 'image_base64', ...(await inlineImage(media, read)) };
  }
  const urls = media.items.filter((item) => item.kind === 'url');
  if (urls.length > 0) {
    return { source_type: 'multiple_image_urls', items: urls.map(({ url }) => ({ url })) };
  }
  const images = media.items.filter((item) => item.kind === 'bytes');
  const items: InlineImage[] = [];
  for (const image of images) items.push(await inlineImage(image, read));
  return { source_type: 'multiple_image_base64', items };
}

async function inlineImage(
  picture: Extract<PictureMedia, { kind: 'bytes' }>,
  read: Read,
): Promise<InlineImage> {
  const content_type = picture.type === 'image/png' ? 'image/png' : 'image/jpeg';
  return { content_type, data: await blobToBase64(await read(picture)) };
}

/** Half a minute, and a second more for every 100 kB: slow lines get their time. */
function sendTimeoutMs({ media_source: media }: PinCreate): number {
  const inline =
    media.source_type === 'image_base64'
      ? [media]
      : media.source_type === 'multiple_image_base64'
        ? media.items
        : [];
  return 30_000 + Math.ceil(inline.reduce((sum, { data }) => sum + data.length, 0) / 100);
}
