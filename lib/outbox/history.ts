import { openRows } from '../storage/rows';

/** A pin that Tack made: ids, hashes and a time. Neither texts nor numbers of Pinterest are kept. */
export interface HistoryRow {
  version: 1;
  pinId: string;
  jobId: string;
  accountId: string;
  boardId: string;
  /** SHA-256 of the page's address and of the image's bytes, for "you pinned this before". */
  pageHash: string;
  imageHash: string | null;
  /** Of the picture as it was read and of its address, and of the pin's link; missing in rows of before. */
  pictureHashes?: string[];
  linkHash?: string;
  /** Milliseconds of UTC. */
  at: number;
}

const rows = openRows<HistoryRow>({
  database: 'tack-history',
  version: 1,
  migrations: {},
  isRow: (value) => 'pinId' in value && 'at' in value,
  indexes: {
    since: 3,
    paths: {
      job: 'jobId',
      image: 'imageHash',
      picture: { each: 'pictureHashes' },
      page: 'pageHash',
      link: 'linkHash',
    },
  },
});

/** Notes a pin once. */
export async function addHistory(row: HistoryRow): Promise<void> {
  await rows.add(row.pinId, row);
}

/** Forgets a pin that is at Pinterest no longer. */
export const removeHistory = (pinId: string): Promise<void> => rows.remove(pinId);

/** Gives the pins that Tack made of a picture, the newest first; `hashes` is all that it is known by. */
export async function historyOfPicture(hashes: readonly string[]): Promise<HistoryRow[]> {
  const [known, before] = await Promise.all([
    rows.where('picture', hashes),
    rows.where('image', hashes), // all that rows of before have
  ]);
  const found = [...known.rows, ...before.rows.filter(({ pictureHashes }) => !pictureHashes)];
  return found.toSorted((one, other) => other.at - one.at);
}

/** Whether a job made a pin, as far as history knows. */
export const hasMade = async (jobId: string): Promise<boolean> =>
  (await rows.keysWhere('job', [jobId])).length > 0;

/** Gives the pins that Tack made of a page, or with a link to it; `hashes` is what its addresses are known by. */
export async function historyOfPage(hashes: readonly string[]): Promise<HistoryRow[]> {
  const [of, to] = await Promise.all([rows.where('page', hashes), rows.where('link', hashes)]);
  return [...new Map([...of.rows, ...to.rows].map((row) => [row.pinId, row])).values()];
}

/** Gives the job that made a pin, as far as history knows. */
export async function makerOf(pinId: string): Promise<string | undefined> {
  return (await rows.get(pinId))?.jobId;
}

/** Gives all pins that Tack made, and the keys of rows that cannot be read. */
export const listHistory = () => rows.list();
