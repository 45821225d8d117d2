import { adoptChoices } from '../boards/choices';
import { addChange } from '../changes/store';
import type { LibraryChange } from '../changes/types';
import { addDraftRow, listDraftIds } from '../drafts/store';
import type { Draft } from '../drafts/types';
import { AppError } from '../errors';
import { addHistory, listHistory } from '../outbox/history';
import { readPrepared } from '../outbox/prepare';
import { returned } from '../outbox/returned';
import { isSchedule } from '../outbox/schedule-settings';
import { addJob, listJobIds } from '../outbox/store';
import { sweepLock } from '../outbox/sweep';
import type { Job, PictureMedia } from '../outbox/types';
import { readBytes, writeBytes, type BytesName } from '../storage/bytes';
import {
  boardMarks,
  detailTemplates,
  menuPlaces,
  recentChoices,
  schedule,
  siteLanes,
} from '../storage/items';
import { quickMode } from '../storage/late-items';
import { hasNotEnded } from './export';
import { readFile, ROWS_NAME, type ReadFile } from './file';
import { isZip, unzip } from './unzip';

/** What came of an import. */
export interface Imported {
  /** Rows that are there now and were not. */
  added: number;
  /** Rows that were there already, or whose pin is out, and were left as they are. */
  known: number;
  /** Names of rows that could not be taken. */
  bad: string[];
}

/** Far above what an outbox takes; more is no file of Tack's. */
const MAX_ROWS_BYTES = 500 * 1024 * 1024;

/**
 * Takes what a file holds that is not here yet: bytes first, then rows, each by itself. Nothing is written over, so that the
 * same file twice is as once. Nothing is sent by itself either: a job that may have been sent is looked for on its board,
 * and one that was not waits for the person, since the Tack that wrote the file may have gone on after it.
 *
 * @throws AppError `archive/not-ours`, `storage/newer`, `storage/full`
 */
export function importOutbox(file: Blob): Promise<Imported> {
  // Bytes are nobody's until their row is there.
  return navigator.locks.request(sweepLock, async () => {
    if (!(await isZip(file))) return addRows(await readRows(file), await known());
    const here = await known();
    let rows: ReadFile | null = null;
    let ids = new Set<string>();
    await unzip(file, isOurs, async (name, blob) => {
      if (name === ROWS_NAME) {
        rows = await readRows(blob);
        ids = idsOf(rows, here);
        return;
      }
      const [, id = '', fileName = ''] = name.split('/');
      if (ids.has(id)) await writeBytes(id, fileName as BytesName, blob);
    });
    if (!rows) throw new AppError('archive/not-ours', undefined);
    return addRows(rows, here);
  });
}

const isOurs = (name: string) =>
  name === ROWS_NAME || /^bytes\/[\w-]{1,100}\/[a-z]+(-[\w-]{1,100})?$/.test(name);

async function readRows(blob: Blob): Promise<ReadFile> {
  if (blob.size > MAX_ROWS_BYTES) throw new AppError('archive/not-ours', undefined);
  return readFile(await blob.text());
}

interface Known {
  ids: Set<string>;
  /** Jobs whose pins are out, also where the job was cleared from the list. */
  made: Set<string>;
}

async function known(): Promise<Known> {
  const [{ all }, drafts, { rows: history }] = await Promise.all([
    listJobIds(),
    listDraftIds(),
    listHistory(),
  ]);
  return { ids: new Set([...all, ...drafts]), made: new Set(history.map(({ jobId }) => jobId)) };
}

const idsOf = ({ jobs, drafts }: ReadFile, { ids, made }: Known) =>
  new Set([...jobs, ...drafts].map(({ id }) => id).filter((id) => !ids.has(id) && !made.has(id)));

async function addRows(rows: ReadFile, here: Known): Promise<Imported> {
  const fresh = idsOf(rows, here);
  const result: Imported = { added: 0, known: 0, bad: [...rows.bad] };
  for (const row of rows.history) await addHistory(row);
  for (const job of rows.jobs) {
    if (!fresh.has(job.id)) result.known += 1;
    else if (!(await hasItsBytes(job))) result.bad.push(`job ${job.id}`);
    else if (await addJob(returned({ ...job, pause: null }, fromFile))) result.added += 1;
  }
  const queued = new Set(rows.jobs.map(({ id }) => id));
  for (const draft of rows.drafts.filter(({ id }) => !queued.has(id))) {
    if (!fresh.has(draft.id)) result.known += 1;
    else if (await addDraftRow(await withBytes(draft))) result.added += 1;
  }
  for (const change of rows.changes.filter(hasNotEnded)) {
    if (await addChange(importedChange(change))) result.added += 1;
    else result.known += 1;
  }
  await adoptChoices(rows.choices);
  await addSettings(rows.settings);
  return result;
}

/** What had not ended waits for the person; what was being sent may be done, and is looked for before it is sent again. */
function importedChange(change: LibraryChange): LibraryChange {
  if (change.state === 'failed') return { ...change, because: fromFile };
  const unsure = change.unsure || change.state === 'sending';
  return { ...change, state: 'failed', unsure, because: fromFile };
}

const fromFile = { code: 'outbox/imported', data: undefined } as const;

/** Bytes that came along are those of the row, or the row is not taken. Without any, the job says so when it is its turn. */
async function hasItsBytes({ id, media }: Job): Promise<boolean> {
  const pictures = media.kind === 'carousel' ? media.items : [media];
  for (const picture of pictures) {
    if (picture.kind === 'bytes' && !(await isWhole(id, picture))) return false;
  }
  return true;
}

async function isWhole(
  id: string,
  picture: Extract<PictureMedia, { kind: 'bytes' }>,
): Promise<boolean> {
  return readPrepared(id, picture).then(
    () => true,
    (error: unknown) => error instanceof AppError && error.code === 'draft/no-image',
  );
}

/** A draft whose bytes did not come along reads them again when it is opened. */
async function withBytes(draft: Draft): Promise<Draft> {
  const { state } = draft.media;
  const isLost = state === 'kept' && (await readBytes(draft.id, 'original')) === null;
  // A failure is the other computer's, and its words need not be any that are known here.
  return isLost || state === 'failed' ? { ...draft, media: { state: 'reading' } } : draft;
}

/** Only where nothing was chosen here yet. */
async function addSettings(settings: Record<string, unknown>): Promise<void> {
  const { recentChoices: recent, siteLanes: lanes, detailTemplates: templates } = settings;
  await addMarks(settings['boardMarks']);
  if (Array.isArray(recent) && (await recentChoices.getValue()).length === 0) {
    const choices = recent.filter((choice) => typeof choice?.boardId === 'string');
    await recentChoices.setValue(choices.slice(0, 100));
  }
  if (lanes && typeof lanes === 'object') {
    const ours = Object.entries(lanes).filter(([, lane]) => lane === 'create' || lane === 'save');
    await siteLanes.setValue({ ...Object.fromEntries(ours), ...(await siteLanes.getValue()) });
  }
  // Held to their shape when they are read.
  if (templates && (await detailTemplates.getValue()) === null) {
    await detailTemplates.setValue(templates);
  }
  // What is none would hide the usual times, and say so in the settings.
  if (isSchedule(settings['schedule']) && (await schedule.getValue()) === null) {
    await schedule.setValue(settings['schedule']);
  }
  await addMenu(settings);
}

/** Where the page's menu offers Tack, and whether a click there pins at once. */
async function addMenu(settings: Record<string, unknown>): Promise<void> {
  if (settings['quickMode'] === true) await quickMode.setValue(true);
  const { menuPlaces: places } = settings;
  const here = await menuPlaces.getValue();
  if (typeof places !== 'object' || places === null || Object.values(here).includes(false)) return;
  const chosen = Object.keys(here).map((place) => [
    place,
    (places as Record<string, unknown>)[place] !== false,
  ]);
  await menuPlaces.setValue({ ...here, ...(Object.fromEntries(chosen) as typeof here) });
}

/** Boards that were starred or hidden, by id. */
async function addMarks(marks: unknown): Promise<void> {
  const here = await boardMarks.getValue();
  if (typeof marks !== 'object' || marks === null || here.starred.length + here.hidden.length > 0)
    return;
  const { starred, hidden } = marks as Record<string, unknown>;
  await boardMarks.setValue({ starred: idsIn(starred), hidden: idsIn(hidden) });
}

const idsIn = (values: unknown): string[] =>
  Array.isArray(values) ? values.filter((id) => typeof id === 'string').slice(0, 10_000) : [];
