import Papa from 'papaparse';

import { pinIdOf } from '../outbox/job';
import type { Job } from '../outbox/types';
import { columns } from './columns';

/** The library's own pattern lets a cell of several lines through. */
const formula = /^[=+\-@\t\r]/;

/**
 * Writes jobs as a CSV with the columns that can be read again, and `state` and `pin_id`. A cell that a spreadsheet would
 * take for a formula gets a `'` before it: texts of pins come from pages.
 */
export function writeCsv(jobs: readonly Job[]): string {
  const fields = [...columns, 'state', 'pin_id'];
  const data = jobs.map((job) => [
    job.content.title,
    job.content.description,
    job.content.link,
    job.content.altText,
    job.content.boardName,
    job.content.sectionName ?? '',
    job.media.kind === 'url' ? job.media.url : (job.imageUrl ?? ''),
    job.notBefore === undefined ? '' : new Date(job.notBefore).toISOString().slice(0, 19) + 'Z',
    job.pause?.kind === 'held' ? job.pause.because.code : job.stage.name,
    pinIdOf(job) ?? '',
  ]);
  return Papa.unparse({ fields, data }, { escapeFormulae: formula, newline: '\r\n' });
}
