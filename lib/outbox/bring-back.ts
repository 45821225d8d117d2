import { addDraftRow, isDraft, listDraftIds } from '../drafts/store';
import { readCopy } from '../storage/bytes';
import { broughtBack } from '../storage/late-items';
import { markDatabases } from '../storage/marks';
import type { Copy } from './copies';
import { returned } from './returned';
import { addJob, isJob, listJobIds } from './store';

/**
 * Brings the rows back whose copies stand beside their bytes, after the browser has emptied Tack's databases, and keeps for
 * the outbox what came of it. Nothing is sent by itself: a copy may be older than what became of its pin. Doing it again
 * where it was stopped does the rest.
 *
 * @param onDisk ids of drafts and jobs that have a folder
 * @throws AppError `storage/*`; then it is done again at the next start
 */
export async function bringBack(onDisk: readonly string[]): Promise<void> {
  const result = { jobs: 0, drafts: 0, left: 0 };
  const here = new Set([...(await listJobIds()).all, ...(await listDraftIds())]);
  for (const id of onDisk) {
    const copy = copyOf(id, await readCopy(id));
    if (copy?.kind === 'job') {
      if (!here.has(id))
        await addJob(returned(copy.row, { code: 'outbox/restored', data: undefined }));
      result.jobs += 1;
    } else if (copy) {
      if (!here.has(id)) await addDraftRow(copy.row);
      result.drafts += 1;
    } else if (!here.has(id)) result.left += 1;
  }
  await broughtBack.setValue(result);
  await markDatabases();
}

/** Tack wrote it, but a disk that lost the databases may have lost more; and a newer Tack's rows are not this one's. */
function copyOf(id: string, written: unknown): Copy | null {
  const { kind, row } = (written ?? {}) as { kind?: unknown; row?: { id?: unknown } | null };
  if (!row || row.id !== id) return null;
  if (kind === 'job' && isJob(row) && row.version === 1) return { kind, row };
  return kind === 'draft' && isDraft(row) && row.version <= 3 ? { kind, row } : null;
}
