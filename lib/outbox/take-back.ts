import type { ImageCandidate } from '../capture/types';
import { addDraft } from '../drafts/store';
import type { Draft, DraftMedia } from '../drafts/types';
import { AppError, type ErrorInfo } from '../errors';
import { readJob, removeJob } from './store';
import type { Job, JobMedia } from './types';

/**
 * Makes a draft of a held job again, for the person to change what Pinterest or Tack did not take. The bytes stay where
 * they are: draft and job have one id. The draft is written before the job is gone, so nothing is lost in between.
 *
 * @throws AppError `outbox/too-late` where something may have been sent already, or the job is gone
 */
export async function takeBack(jobId: string): Promise<Draft> {
  const job = await readJob(jobId);
  const unsent = job?.stage.name === 'queued' || job?.stage.name === 'prepared';
  // Only a held job is nobody's: the runner leaves it alone.
  if (!job || !unsent || job.pause?.kind !== 'held')
    throw new AppError('outbox/too-late', undefined);
  const draft = draftOf(job, job.pause.because);
  await addDraft(draft);
  await removeJob(jobId);
  return draft;
}

function draftOf(job: Job, because: ErrorInfo): Draft {
  const { id, content, media, pageUrl, tabId, queuedAt } = job;
  const { title, description, altText, link, ...board } = content;
  return {
    id,
    version: 2,
    createdAt: queuedAt,
    updatedAt: Date.now(),
    edited: true,
    tabId: tabId ?? -1,
    pageUrl,
    pageTitle: title,
    image: imageOf(job),
    media: isOfImage(because) ? { state: 'failed', error: because } : draftMediaOf(media),
    title,
    description,
    altText,
    link,
    linkRemoved: [],
    board: because.code === 'api/not-found' ? null : board,
  };
}

const isOfImage = ({ code }: ErrorInfo) =>
  code.startsWith('media/') || code === 'api/image-refused' || code === 'draft/no-image';

function draftMediaOf(media: JobMedia): DraftMedia {
  if (media.kind === 'url') return { state: 'by-url', url: media.url };
  const { kind: _, ...facts } = media;
  return { state: 'kept', ...facts };
}

/** The page's own account of the picture is not kept with a job; its bytes are what counts. */
function imageOf({ media, imageUrl = '' }: Job): ImageCandidate {
  const url = media.kind === 'url' ? media.url : imageUrl;
  return {
    url,
    from: 'src',
    type: '',
    width: 0,
    height: 0,
    shownUrl: url,
    shownWidth: 0,
    shownHeight: 0,
    frameId: 0,
    versions: [],
    alt: '',
    pinUrl: null,
    pinDescription: null,
    pinId: null,
    nopin: false,
  };
}
