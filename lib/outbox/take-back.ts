import { bareImage } from '../capture/bare-image';
import { addDraft, removeDraft } from '../drafts/store';
import type { AlongPicture, Draft, DraftMedia } from '../drafts/types';
import { AppError, type ErrorInfo } from '../errors';
import { draftMediaOf } from './draft-media';
import { isEditable } from './filter';
import { readJob, removeJob } from './store';
import { sweepLock } from './sweep';
import type { Job } from './types';

/**
 * Makes a draft of a job again for which nothing was sent, for the person to change it. The bytes stay where they are:
 * draft and job have one id. The draft is written before the job is gone, so nothing is lost in between; a worker that
 * stops there leaves the job, and the draft is swept.
 *
 * @throws AppError `outbox/too-late` where something may have been sent already, or the job is gone
 */
export function takeBack(jobId: string): Promise<Draft> {
  // What clears leftovers takes a draft beside its job for one; and whoever asks twice gets one draft.
  return navigator.locks.request(sweepLock, () => draftAgain(jobId));
}

async function draftAgain(jobId: string): Promise<Draft> {
  const job = requireEditable(await readJob(jobId));
  const draft = draftOf(job, job.pause?.kind === 'held' ? job.pause.because : null);
  await addDraft(draft);
  try {
    // The runner may be about to send it. It writes that down first, into the row that is gone here or was too late there.
    await removeJob(jobId, requireEditable);
  } catch (error) {
    await removeDraft(jobId);
    throw error;
  }
  return draft;
}

function requireEditable(job: Job | undefined): Job {
  if (!job || !isEditable(job)) throw new AppError('outbox/too-late', undefined);
  return job;
}

function draftOf(job: Job, because: ErrorInfo | null): Draft {
  const { id, content, pageUrl, tabId, queuedAt } = job;
  const picture = pictureOf(job);
  const { title, description, altText, link, ...board } = content;
  return {
    id,
    version: 3,
    createdAt: queuedAt,
    updatedAt: Date.now(),
    edited: true,
    tabId: tabId ?? -1,
    pageUrl,
    pageTitle: title,
    image: picture.image,
    ...(picture.coverMs === undefined ? {} : { coverMs: picture.coverMs }),
    ...(picture.crop ? { crop: picture.crop } : {}),
    media: because && isOfImage(because) ? { state: 'failed', error: because } : picture.media,
    ...alongOf(job),
    title,
    description,
    altText,
    link,
    linkRemoved: [],
    board: because?.code === 'api/not-found' ? null : board,
  };
}

const isOfImage = ({ code }: ErrorInfo) =>
  code.startsWith('media/') || code === 'api/image-refused' || code === 'draft/no-image';

/** The page's own account of the picture is not kept with a job; its bytes, or the pin that it is, are what counts. */
function pictureOf({
  media,
  imageUrl = '',
}: Job): Pick<Draft, 'image' | 'media' | 'coverMs' | 'crop'> {
  if (media.kind === 'pin') {
    const image = { ...bareImage(imageUrl), pinId: media.pinId };
    return { image, media: { state: 'by-url', url: imageUrl } };
  }
  if (media.kind === 'video') {
    const image = { ...bareImage('', 'file'), type: media.type };
    return { image, media: draftMediaOf(media), coverMs: media.cover.ms };
  }
  const own = media.kind === 'carousel' ? media.items[0] : media;
  if (!own) return { image: bareImage(imageUrl), media: failed };
  const url = own.kind === 'url' ? own.url : imageUrl;
  const crop = own.kind === 'bytes' ? (own.crop ?? null) : null;
  return { image: bareImage(url), media: draftMediaOf(own), crop };
}

const failed: DraftMedia = {
  state: 'failed',
  error: { code: 'draft/no-image', data: undefined },
};

function alongOf({ media }: Job): Pick<Draft, 'also' | 'together'> {
  if (media.kind !== 'carousel') return { also: [], together: 'apart' };
  const also = media.items.slice(1).map((item, index): AlongPicture => {
    const [key, url] = item.kind === 'url' ? [`${index}`, item.url] : [item.key ?? '', ''];
    return { key, image: bareImage(url), media: draftMediaOf(item) };
  });
  return { also, together: media.fit };
}
