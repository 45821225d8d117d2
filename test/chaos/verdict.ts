import type { LedgerPin } from '../pinterest/ledger.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import type { JobRow } from './driver.ts';
import type { Promised } from './publish.ts';

/** What came of the promised pins, by the local Pinterest's own ledger. */
export interface Verdict {
  published: number;
  lost: string[];
  /** More than one pin of a job, which Tack does not know of. */
  duplicated: string[];
  /** Second pins that the browser itself made by sending a request again, and that Tack shows the person. */
  twins: number;
  held: string[];
  /** Said to be published, and not there. */
  falsely: string[];
  /** On another account or board, or with other bytes than the person gave. */
  wrong: string[];
}

/** The pins that a promise became. */
export function pinsOf(pinterest: LocalPinterest, { kind, mark, boardId }: Promised): LedgerPin[] {
  const pins = pinterest.ledger.pins({ seeded: false });
  if (kind === 'save') {
    return pins.filter((pin) => pin.parentPinId === mark && pin.boardId === boardId);
  }
  return pins.filter(({ title }) => title === mark);
}

/** Holds every promise against the ledger. */
export async function judge(
  pinterest: LocalPinterest,
  promised: readonly Promised[],
  rows: readonly JobRow[],
  owner: string,
): Promise<Verdict> {
  const verdict: Verdict = {
    published: 0,
    lost: [],
    duplicated: [],
    twins: 0,
    held: [],
    falsely: [],
    wrong: [],
  };
  for (const promise of promised) {
    const row = rows.find(({ id }) => id === promise.jobId);
    const pins = pinsOf(pinterest, promise);
    const known = new Set([row?.stage.pinId, ...(row?.stage.twinIds ?? [])]);
    const unknown = pins.filter(({ id }) => !known.has(id));
    const isSaid = row !== undefined && ['created', 'verified'].includes(row.stage.name);
    if (pins.length > 0) verdict.published += 1;
    else if (isSaid) verdict.falsely.push(describe(promise, row));
    else if (row?.pause?.kind === 'held') verdict.held.push(describe(promise, row));
    else verdict.lost.push(describe(promise, row));
    if (pins.length > 1 && unknown.length > 0) {
      const made = pins.map(({ id, createdAt }) => `${id} at ${createdAt}`).join(', ');
      verdict.duplicated.push(`${describe(promise, row)} made ${made}`);
    } else verdict.twins += Math.max(0, pins.length - 1);
    if (!(await areRight(pinterest, promise, pins, owner))) {
      verdict.wrong.push(describe(promise, row));
    }
  }
  return verdict;
}

const describe = ({ mark, kind }: Promised, row: JobRow | undefined) =>
  `${mark} (${kind}): ${JSON.stringify([row?.stage ?? 'no row', row?.pause ?? null])}`;

async function areRight(
  pinterest: LocalPinterest,
  { kind, boardId, pictures, film }: Promised,
  pins: readonly LedgerPin[],
  owner: string,
): Promise<boolean> {
  for (const pin of pins) {
    if (pin.owner !== owner || pin.boardId !== boardId) return false;
    if (kind === 'save') continue;
    if (film && sha256OfFilm(pinterest, pin) !== film.sha256) return false;
    for (const [index, { sha256 }] of pictures.entries()) {
      const image = await pinterest.ledger.pinImage(pin.id, index);
      if (image.sha256 !== sha256) return false;
    }
  }
  return true;
}

/** The bytes that arrived at the upload host; undefined where the pin is of no video. */
const sha256OfFilm = (pinterest: LocalPinterest, { mediaId }: LedgerPin) =>
  pinterest.ledger.media().find(({ id }) => id === mediaId)?.received?.sha256;
