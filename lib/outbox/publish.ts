import { readCurrentAccount, type AccountRow } from '../auth/vault';
import { noteChoice } from '../boards/recent';
import { textLimits } from '../capture/suggest';
import { readAlong, startAlong } from '../drafts/along';
import { keepCarousel } from '../drafts/carousel';
import { isCarousel } from '../drafts/carousel-rules';
import { keepImage } from '../drafts/image';
import { fillBoard } from '../drafts/link-parameters';
import { onBoardId, otherBoards, startOnBoards } from '../drafts/on-boards';
import { discardDraft } from '../drafts/open';
import { readDraft, removeDraft } from '../drafts/store';
import { trayIds } from '../drafts/tray';
import type { BoardChoice, Draft, Lane } from '../drafts/types';
import { AppError } from '../errors';
import { sendDelay } from '../storage/items';
import { requireSpace } from '../storage/space';
import { removeStaged } from '../storage/staged';
import { boardsApart } from './boards-apart';
import { carouselMedia, ownMedia } from './draft-media';
import { hashesBefore, hashesOf, requireNew } from './repeats';
import { paced } from './schedule';
import { addJob, readJob } from './store';
import type { Job, JobMedia } from './types';
import { momentOf, scheduleLock, type Publishing, type When } from './when';

/**
 * Puts a draft into the outbox, and what goes along with it: bytes first, then the row, then the answer. From the answer
 * on nothing is lost. A draft is one job, however often it is published: the job has the draft's id. What one picture
 * lacks keeps no other back: `failed` counts those that are drafts still.
 *
 * @throws AppError `draft/*`, `auth/signed-out`, `media/*`, `storage/full`; the draft is then as it was.
 *   `draft/repeated` asks, once for all of its pictures
 */
export async function publish(
  draftId: string,
  lane: Lane,
  how: Publishing = {},
): Promise<{ job: Job; failed: number }> {
  const now = Date.now();
  const facts = await readFacts(draftId);
  const { draft } = facts;
  const along = draft ? await begin(draft, lane) : [];
  const all = draft ? [draft, ...along] : [];
  const ids = [draftId, ...(draft ? trayIds(draft) : [])];
  const family = new Set([...ids, ...all.flatMap(idsOnBoards)]);
  if (draft && family.size > 1 && !how.confirmed) await requireNewEach(all, lane, family);
  let failed = 0;
  // The draft itself comes last: as long as it is there, a publishing that was broken off is said again, whole.
  for (const [index, { id }] of along.entries()) {
    const asked = { ...how, confirmed: true };
    const one = { draftId: id, lane, how: asked, queuedAt: now + index + 1, family };
    failed += await publishOnEach(one).then(
      (sent) => sent.failed,
      () => 1,
    );
  }
  const known = family.size === 1 ? { facts } : {};
  const own = await publishOnEach({ draftId, lane, how, queuedAt: now, family, ...known });
  // As one carousel it has all pictures: nobody waits for a pin of each any more.
  if (draft && isCarousel(draft)) await Promise.allSettled(trayIds(draft).map(discardDraft));
  return { job: own.job, failed: failed + own.failed };
}

/** Begins what goes along with a draft where it is not there yet; before anything is sent, each of them can be. */
async function begin(draft: Draft, lane: Lane): Promise<Draft[]> {
  requireSendable(draft, lane);
  if (isCarousel(draft) || draft.also.length === 0) return [];
  await startAlong(draft);
  const along = await readAlong(draft);
  for (const each of along) requireSendable(each, lane);
  return along;
}

const idsOnBoards = (draft: Draft) => otherBoards(draft).map((board) => onBoardId(draft.id, board));

/** Queues a draft for its other boards, and then for its own. */
async function publishOnEach(one: OneDraft): Promise<{ job: Job; failed: number }> {
  const { draftId, lane, how, facts } = one;
  const draft = facts ? facts.draft : await readDraft(draftId);
  const boards = draft ? otherBoards(draft) : [];
  if (draft && boards.length > 0) {
    await mediaOf(draft, lane); // read once, for all boards
    await startOnBoards((await readDraft(draftId)) ?? draft);
  }
  let failed = 0;
  const later = boards.length > 0 ? await boardsApart(how, boards.length, Date.now()) : [];
  for (const [index, board] of boards.entries()) {
    const other = { ...one, draftId: onBoardId(draftId, board), how: later[index] ?? how };
    await publishDraft(other).catch(() => (failed += 1));
  }
  return { job: await publishDraft(one), failed };
}

/** Asks before the first of several pins is queued. */
async function requireNewEach(
  drafts: readonly Draft[],
  lane: Lane,
  family: Set<string>,
): Promise<void> {
  const { view } = await currentAccount();
  const [lead] = drafts;
  for (const draft of drafts) {
    const hashes = await hashesFor(draft, lane, draft === lead);
    for (const board of [requireSendable(draft, lane), ...otherBoards(draft)]) {
      const link = linkOf(draft, board);
      const isSave = lane === 'save';
      for (const known of hashes) {
        await requireNew({ accountId: view.id, hashes: known, board, link, isSave }, family);
      }
    }
  }
}

/** What a draft's pictures are known by. Those that are sent along may not be read yet: then by what is known of each. */
async function hashesFor(draft: Draft, lane: Lane, isLead: boolean): Promise<string[][]> {
  const { image, also, media } = draft;
  if (!isLead && media.state !== 'kept') return [await hashesBefore(image, lane)];
  const own = await hashesOf(await mediaOf(draft, lane), image);
  const others = isCarousel(draft) ? also : [];
  return [own, ...(await Promise.all(others.map((each) => hashesBefore(each.image, lane))))];
}

interface OneDraft {
  draftId: string;
  lane: Lane;
  how: Publishing;
  queuedAt: number;
  /** Ids of all that is queued together. */
  family: Set<string>;
  /** What is known of it, where it was read just now. */
  facts?: Facts;
}

interface Facts {
  queued: Job | undefined;
  draft: Draft | undefined;
  account: AccountRow | null;
  delayMs: number;
}

async function readFacts(draftId: string): Promise<Facts> {
  const [queued, draft, account, delayMs] = await Promise.all([
    readJob(draftId),
    readDraft(draftId),
    readCurrentAccount(),
    sendDelay.getValue(),
  ]);
  return { queued, draft, account, delayMs };
}

/** Whether a pin is a repetition is looked up and its job is written in one turn: no two clicks pass each other. */
const publishLock = 'tack-publish';

async function publishDraft(one: OneDraft): Promise<Job> {
  const { draftId, lane, how, queuedAt, family } = one;
  const { queued, draft, account, delayMs } = one.facts ?? (await readFacts(draftId));
  if (queued) return queued;
  if (!draft) throw new AppError('draft/gone', undefined);
  const board = requireSendable(draft, lane);
  if (!account) throw new AppError('auth/signed-out', undefined);
  const media = await mediaOf(draft, lane);
  const [hashes] = await Promise.all([
    hashesOf(media, draft.image),
    requireSpace(bytesOf(media)), // what is made of them on the way needs room, too
  ]);
  const job = delayed(
    jobOf({ draft, board, accountId: account.view.id, media, queuedAt, hashes }),
    how.when ? 0 : Math.max(delayMs, how.momentMs ?? 0) + (how.afterMs ?? 0),
  );
  const written = await navigator.locks.request(publishLock, async () => {
    const { content, accountId } = job;
    const planned = { accountId, hashes, board, link: content.link, isSave: media.kind === 'pin' };
    if (!how.confirmed) await requireNew(planned, family);
    return addScheduled(job, how.when);
  });
  // It is queued: what fails from here on is made good by the next sweep, and a refusal would be no truth.
  await Promise.allSettled([
    ...(media.kind === 'video' ? [removeStaged(draft.image.url)] : []), // twice its size is enough
    removeDraft(draftId), // the bytes stay: they are the job's now
    noteChoice(board.boardId, board.sectionId),
  ]);
  return written;
}

/** Gives the job as it was written. */
async function addScheduled(job: Job, when: When | undefined): Promise<Job> {
  if (!when) {
    await addJob(job);
    return job;
  }
  return navigator.locks.request(scheduleLock, async () => {
    const scheduled = { ...job, notBefore: await momentOf(when, Date.now()) };
    await addJob(scheduled);
    return scheduled;
  });
}

async function currentAccount(): Promise<AccountRow> {
  const account = await readCurrentAccount();
  if (!account) throw new AppError('auth/signed-out', undefined);
  return account;
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
  if (!isCarousel(draft)) return ownMedia(await keepImage(draft), draft);
  const media = await keepCarousel(draft.id);
  return carouselMedia((await readDraft(draft.id)) ?? draft, media);
}

/** Where the person wants a moment to think again, the job waits for it before anything is sent. */
function delayed(job: Job, delayMs: number): Job {
  if (delayMs <= 0) return job;
  const until = job.queuedAt + paced(delayMs);
  return { ...job, pause: { kind: 'waiting', until, because: { code: 'scheduled' } } };
}

function bytesOf(media: JobMedia): number {
  const pictures = media.kind === 'carousel' ? media.items : [media];
  return pictures.reduce((sum, picture) => sum + (picture.kind === 'bytes' ? picture.size : 0), 0);
}

interface NewJob {
  draft: Draft;
  board: BoardChoice;
  accountId: string;
  media: JobMedia;
  queuedAt: number;
  hashes: string[];
}

/** A picture's own address, where it has a public one. */
const addressOf = ({ image }: Draft) => (/^https?:/.test(image.url) ? image.url : undefined);

const linkOf = ({ link, linkAdded }: Draft, { boardName }: BoardChoice) =>
  fillBoard(link, linkAdded, boardName);

function jobOf({ draft, board, accountId, media, queuedAt, hashes }: NewJob): Job {
  const { id, title, description, altText, pageUrl, tabId } = draft;
  const imageUrl = addressOf(draft);
  return {
    id,
    version: 1,
    accountId,
    content: { title, description, link: linkOf(draft, board), altText, ...board },
    media,
    stage: { name: 'queued' },
    pause: null,
    undo: false,
    attempts: 0,
    queuedAt,
    updatedAt: queuedAt,
    pictureHashes: hashes,
    ...(imageUrl ? { imageUrl } : {}),
    pageUrl,
    tabId,
  };
}
