import { readCurrentAccount } from '../auth/vault';
import { noteChoice } from '../boards/recent';
import { textLimits } from '../capture/suggest';
import { keepImage } from '../drafts/image';
import { readDraft, removeDraft } from '../drafts/store';
import type { BoardChoice, Draft, DraftMedia } from '../drafts/types';
import { AppError, fromErrorInfo } from '../errors';
import { addJob, readJob } from './store';
import type { Job, JobMedia } from './types';

/**
 * Puts a draft into the outbox: bytes first, then the row, then the answer. From the answer on nothing is lost. A draft
 * is one job, however often it is published: the job has the draft's id.
 *
 * @throws AppError `draft/*`, `auth/signed-out`, `media/*`, `storage/full`; the draft is then as it was
 */
export async function publishDraft(draftId: string): Promise<Job> {
  const queued = await readJob(draftId);
  if (queued) return queued;
  const draft = await readDraft(draftId);
  if (!draft) throw new AppError('draft/gone', undefined);
  const board = requireSendable(draft);
  const account = await readCurrentAccount();
  if (!account) throw new AppError('auth/signed-out', undefined);
  const job = jobOf(draft, board, account.view.id, mediaOf(await keepImage(draft)));
  await addJob(job);
  await removeDraft(draftId); // the bytes stay: they are the job's now
  await noteChoice(board.boardId, board.sectionId);
  return job;
}

function requireSendable(draft: Draft): BoardChoice {
  if (!draft.board) throw new AppError('draft/no-board', undefined);
  for (const field of ['title', 'description', 'altText', 'link'] as const) {
    const limit = textLimits[field];
    if (draft[field].length > limit) throw new AppError('draft/too-long', { field, limit });
  }
  const { link } = draft;
  if (link && !(URL.canParse(link) && /^https?:$/.test(new URL(link).protocol))) {
    throw new AppError('draft/bad-link', undefined);
  }
  return draft.board;
}

function mediaOf(media: DraftMedia): JobMedia {
  switch (media.state) {
    case 'kept': {
      const { state: _, ...facts } = media;
      return { kind: 'bytes', ...facts };
    }
    case 'by-url':
      return { kind: 'url', url: media.url };
    case 'failed':
      throw fromErrorInfo(media.error);
    case 'reading':
      throw new AppError('draft/no-image', undefined);
  }
}

function jobOf(draft: Draft, board: BoardChoice, accountId: string, media: JobMedia): Job {
  const { id, title, description, link, altText, pageUrl, tabId, image } = draft;
  const now = Date.now();
  return {
    id,
    version: 1,
    accountId,
    content: { title, description, link, altText, ...board },
    media,
    stage: { name: 'queued' },
    pause: null,
    undo: false,
    attempts: 0,
    queuedAt: now,
    updatedAt: now,
    ...(/^https?:/.test(image.url) ? { imageUrl: image.url } : {}),
    pageUrl,
    tabId,
  };
}
