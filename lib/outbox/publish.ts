import { readCurrentAccount } from '../auth/vault';
import { noteChoice } from '../boards/recent';
import { textLimits } from '../capture/suggest';
import { alongId, startAlong } from '../drafts/along';
import { keepCarousel } from '../drafts/carousel';
import { isCarousel } from '../drafts/carousel-rules';
import { keepImage } from '../drafts/image';
import { fillBoard } from '../drafts/link-parameters';
import { readDraft, removeDraft } from '../drafts/store';
import type { BoardChoice, Draft, Lane } from '../drafts/types';
import { AppError } from '../errors';
import { removeStaged } from '../storage/staged';
import { carouselMedia, ownMedia } from './draft-media';
import { addJob, readJob } from './store';
import type { Job, JobMedia } from './types';

/**
 * Puts a draft into the outbox, and what goes along with it: bytes first, then the row, then the answer. From the answer
 * on nothing is lost. A draft is one job, however often it is published: the job has the draft's id. What one picture
 * lacks keeps no other back: `failed` counts those that are drafts still.
 *
 * @throws AppError `draft/*`, `auth/signed-out`, `media/*`, `storage/full`; the draft is then as it was
 */
export async function publish(draftId: string, lane: Lane): Promise<{ job: Job; failed: number }> {
  const now = Date.now();
  const draft = await readDraft(draftId);
  const along = draft && !isCarousel(draft) ? [...draft.also.keys()] : [];
  if (draft) {
    requireSendable(draft, lane); // before others are begun: with this one, all of them are as they were
    if (along.length > 0) await startAlong(draft);
  }
  let failed = 0;
  // The draft itself comes last: as long as it is there, a publishing that was broken off is said again, whole.
  for (const index of along) {
    const id = alongId(draftId, index);
    await publishDraft(id, lane, now + index + 1).catch(() => (failed += 1));
  }
  return { job: await publishDraft(draftId, lane, now), failed };
}

async function publishDraft(draftId: string, lane: Lane, queuedAt: number): Promise<Job> {
  const queued = await readJob(draftId);
  if (queued) return queued;
  const draft = await readDraft(draftId);
  if (!draft) throw new AppError('draft/gone', undefined);
  const board = requireSendable(draft, lane);
  const account = await readCurrentAccount();
  if (!account) throw new AppError('auth/signed-out', undefined);
  const media = await mediaOf(draft, lane);
  const job = jobOf({ draft, board, accountId: account.view.id, media, queuedAt });
  await addJob(job);
  if (media.kind === 'video') await removeStaged(draft.image.url); // twice its size is enough
  await removeDraft(draftId); // the bytes stay: they are the job's now
  await noteChoice(board.boardId, board.sectionId);
  return job;
}

function requireSendable(draft: Draft, lane: Lane): BoardChoice {
  if (!draft.board) throw new AppError('draft/no-board', undefined);
  if (lane === 'save') return draft.board; // its words stay behind
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

async function mediaOf(draft: Draft, lane: Lane): Promise<JobMedia> {
  if (lane === 'save') {
    const { pinId } = draft.image;
    // Somebody else's picture that is no pin yet is Pinterest's own dialog's to save, not this program's.
    if (pinId === null) throw new AppError('draft/no-pin', undefined);
    return { kind: 'pin', pinId };
  }
  if (!isCarousel(draft)) return ownMedia(await keepImage(draft), draft.coverMs);
  const media = await keepCarousel(draft.id);
  return carouselMedia((await readDraft(draft.id)) ?? draft, media);
}

interface NewJob {
  draft: Draft;
  board: BoardChoice;
  accountId: string;
  media: JobMedia;
  queuedAt: number;
}

function jobOf({ draft, board, accountId, media, queuedAt }: NewJob): Job {
  const { id, title, description, altText, pageUrl, tabId, image } = draft;
  const link = fillBoard(draft.link, draft.linkAdded, board.boardName);
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
    queuedAt,
    updatedAt: queuedAt,
    ...(/^https?:/.test(image.url) ? { imageUrl: image.url } : {}),
    pageUrl,
    tabId,
  };
}
