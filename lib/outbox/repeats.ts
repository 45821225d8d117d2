import { readIndex } from '../boards/packed';
import type { ImageCandidate } from '../capture/types';
import type { BoardChoice, Lane } from '../drafts/types';
import { AppError } from '../errors';
import { sha256OfText } from '../media/hash';
import { historyOfPicture, type HistoryRow } from './history';
import { isOpen, isTakenBack } from './job';
import { listJobsOfPicture, readJob } from './store';
import type { JobMedia } from './types';

/** What is about to be queued, as far as one before it is known by it. */
export interface Planned {
  accountId: string;
  hashes: readonly string[];
  board: Pick<BoardChoice, 'boardId' | 'boardName'>;
  link: string;
  /** Whether a pin that is there is saved: it has one link wherever it is, so only the board counts. */
  isSave: boolean;
}

/**
 * What a picture is known by: the hash of its bytes as they were read, before any conversion, and those of its public
 * addresses, which are there also where its bytes were not read.
 */
export async function hashesOf(media: JobMedia, image: Addressed): Promise<string[]> {
  if (media.kind === 'pin') return [await hashOfPin(media.pinId)];
  if (media.kind === 'carousel') {
    const each = media.items.map((item) => (item.kind === 'bytes' ? item.sha256 : item.url));
    return [await sha256OfText(`carousel:${each.join(' ')}`)];
  }
  const own = media.kind === 'url' ? await sha256OfText(media.url) : media.sha256;
  return [...new Set([own, ...(await addressHashes(image))])];
}

/** Where a picture is, and where the page shows it: the first may become a larger one while it is read. */
type Addressed = Pick<ImageCandidate, 'url' | 'shownUrl' | 'pinId'>;

/** What a picture is known by before it was read. */
export function hashesBefore(image: Addressed, lane: Lane): Promise<string[]> {
  return lane === 'save' && image.pinId !== null
    ? hashOfPin(image.pinId).then((hash) => [hash])
    : addressHashes(image);
}

const hashOfPin = (pinId: string) => sha256OfText(`pin:${pinId}`);

function addressHashes({ url, shownUrl }: Addressed): Promise<string[]> {
  const addresses = new Set([url, shownUrl].filter((address) => /^https?:/.test(address)));
  return Promise.all([...addresses].map(sha256OfText));
}

/**
 * Makes sure that what is to be queued is no repetition: of a job that is on its way with the same picture to the same
 * board, or of a pin that Tack made of the same picture, on the same board or with the same link.
 *
 * @param except ids of jobs that belong to the same publishing
 * @throws AppError `draft/repeated` with what there was
 */
export async function requireNew(planned: Planned, except: ReadonlySet<string>): Promise<void> {
  const { accountId, hashes, board, link, isSave } = planned;
  const [jobs, pins, linkHash] = await Promise.all([
    listJobsOfPicture(hashes),
    historyOfPicture(hashes),
    sha256OfText(link),
  ]);
  const onItsWay = jobs.find(
    (job) =>
      !except.has(job.id) &&
      job.accountId === accountId &&
      isOpen(job) &&
      !job.undo &&
      job.content.boardId === board.boardId,
  );
  if (onItsWay) {
    const { queuedAt: at, content } = onItsWay;
    throw new AppError('draft/repeated', { at, boardName: content.boardName, isOnItsWay: true });
  }
  const alike = pins.filter(
    (row) =>
      !except.has(row.jobId) &&
      row.accountId === accountId &&
      (row.boardId === board.boardId || (!isSave && link !== '' && row.linkHash === linkHash)),
  );
  const before = await firstStanding(alike);
  if (!before) return;
  const boardName = await nameOf(before.boardId, board);
  throw new AppError('draft/repeated', { at: before.at, boardName, isOnItsWay: false });
}

/** The history keeps what the person took back, too: only the job's row says that. */
async function firstStanding(pins: readonly HistoryRow[]): Promise<HistoryRow | undefined> {
  for (const pin of pins) {
    const job = await readJob(pin.jobId).catch(() => undefined);
    if (!job || !isTakenBack(job)) return pin;
  }
  return undefined;
}

/** The history keeps ids alone: a name is what the session knows of the board. */
async function nameOf(boardId: string, chosen: Planned['board']): Promise<string | null> {
  if (boardId === chosen.boardId) return chosen.boardName;
  const index = await readIndex();
  return index?.boards.find(({ id }) => id === boardId)?.name ?? null;
}
