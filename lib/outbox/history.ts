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
});

/** Notes a pin once. */
export async function addHistory(row: HistoryRow): Promise<void> {
  await rows.add(row.pinId, row);
}

/** Gives all pins that Tack made, the newest first. */
export async function listHistory(): Promise<HistoryRow[]> {
  const { rows: all } = await rows.list();
  return all.toSorted((one, other) => other.at - one.at);
}

/** Gives the ids of all pins that Tack made, but those of one job. */
export async function claimedPinIds(exceptJobId: string): Promise<Set<string>> {
  const { rows: all } = await rows.list();
  return new Set(all.filter(({ jobId }) => jobId !== exceptJobId).map(({ pinId }) => pinId));
}
