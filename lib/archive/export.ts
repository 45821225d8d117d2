import { readChoices } from '../boards/choices';
import { listChangeRows } from '../changes/store';
import type { LibraryChange } from '../changes/types';
import { listDraftRows } from '../drafts/store';
import type { Draft } from '../drafts/types';
import { listHistory } from '../outbox/history';
import { portable } from '../outbox/returned';
import { listJobs } from '../outbox/store';
import type { Job } from '../outbox/types';
import { listBytes, listFiles, readBytes, type BytesName } from '../storage/bytes';
import {
  boardMarks,
  detailTemplates,
  menuPlaces,
  recentChoices,
  schedule,
  sendDelay,
  siteLanes,
} from '../storage/items';
import { quickMode } from '../storage/late-items';
import { FORMAT, ROWS_NAME, VERSION, type OutboxFile } from './file';
import { zipWriter } from './zip';

/** A file for the person to keep. */
export interface Exported {
  name: string;
  blob: Blob;
}

/**
 * Writes all jobs, drafts, history, changes, choices and settings into one file: JSON, or with the pictures an archive of it and them. No
 * token, secret or upload form is in it: none of them is in these rows but the form of an upload, which is left out.
 */
export async function exportOutbox(withPictures: boolean): Promise<Exported> {
  const file = await fileOf();
  const day = file.exportedAt.slice(0, 10);
  const json = new Blob([JSON.stringify(file, undefined, 1)], { type: 'application/json' });
  if (!withPictures) return { name: `tack-outbox-${day}.json`, blob: json };
  return { name: `tack-outbox-${day}.zip`, blob: await zipOf(json, idsOf(file)) };
}

async function fileOf(): Promise<OutboxFile> {
  const [{ jobs }, drafts, { rows: history }, { rows: changes }, choices] = await Promise.all([
    listJobs(),
    listDraftRows(),
    listHistory(),
    listChangeRows(),
    readChoices(),
  ]);
  return {
    format: FORMAT,
    version: VERSION,
    exportedAt: new Date().toISOString(),
    jobs: jobs.map(portable),
    drafts: drafts.rows.map(withoutTab),
    history,
    changes: changes.filter(hasNotEnded),
    choices,
    settings: {
      boardMarks: await boardMarks.getValue(),
      recentChoices: await recentChoices.getValue(),
      siteLanes: await siteLanes.getValue(),
      detailTemplates: await detailTemplates.getValue(),
      sendDelay: await sendDelay.getValue(),
      schedule: await schedule.getValue(),
      menuPlaces: await menuPlaces.getValue(),
      quickMode: await quickMode.getValue(),
    },
  };
}

/** What ended is of no use elsewhere, and is forgotten here after a day. */
export const hasNotEnded = ({ state }: LibraryChange): boolean =>
  state !== 'done' && state !== 'undone';

const withoutTab = (draft: Draft): Draft => ({ ...draft, tabId: -1 });

const idsOf = ({ jobs, drafts }: OutboxFile) =>
  new Set([...(jobs as Job[]), ...(drafts as Draft[])].map(({ id }) => id));

/** The rows come first, so that who reads it knows which pictures to take. Nothing is packed: pictures are already. */
async function zipOf(rows: Blob, ids: ReadonlySet<string>): Promise<Blob> {
  const zip = zipWriter();
  await zip.add(ROWS_NAME, rows);
  for (const id of await listBytes()) {
    if (!ids.has(id)) continue;
    for (const name of await listFiles(id)) {
      const blob = await readBytes(id, name as BytesName);
      if (blob) await zip.add(`bytes/${id}/${name}`, blob);
    }
  }
  return zip.end();
}
