import { listChoiceRows } from '../boards/choices';
import { listChangeRows } from '../changes/store';
import { listDraftRows } from '../drafts/store';
import { toErrorInfo, type ErrorInfo } from '../errors';
import { listHistory } from '../outbox/history';
import { listJobs } from '../outbox/store';
import { announce, type Change } from '../storage/changes';
import { readRaw, setDatabaseAside, setRowsAside, type WorkDatabase } from '../storage/recovery';

/** What is the matter with a database of the person's own work, where anything is. */
export interface Inspected {
  database: WorkDatabase;
  /**
   * `rows`: it opens, and some of its rows can't be read. `newer`: a newer Tack wrote it. `broken`: it does not open, or not as
   * Tack's.
   */
  state: 'fine' | 'rows' | 'newer' | 'broken';
  /** How many rows the browser gives. */
  readable: number;
  /** Keys of rows that it does not give, or that are not what they should be. */
  unreadable: readonly string[];
  error: ErrorInfo | null;
}

const listOf: Record<WorkDatabase, () => Promise<{ unreadable: string[] }>> = {
  'tack-jobs': listJobs,
  'tack-drafts': listDraftRows,
  'tack-history': listHistory,
  'tack-changes': listChangeRows,
  'tack-choices': listChoiceRows,
};

/** Looks through all databases of the person's own work. Changes nothing, throws nothing. */
export function inspect(): Promise<Inspected[]> {
  return Promise.all((Object.keys(listOf) as WorkDatabase[]).map(inspectOne));
}

async function inspectOne(database: WorkDatabase): Promise<Inspected> {
  const { rows, lost, error } = await readRaw(database);
  const { unreadable, error: why } = await listOf[database]().then(
    (listed) => ({ unreadable: listed.unreadable, error: null }),
    (problem: unknown) => ({ unreadable: [], error: toErrorInfo(problem) }),
  );
  const oddKeys = new Set([...unreadable, ...lost]);
  const odd = [...oddKeys];
  const readable = Object.keys(rows).filter((key) => !oddKeys.has(key)).length;
  const isNewer =
    why?.code === 'storage/newer' || odd.some((key) => versionOf(rows[key]) > newest[database]);
  const state = isNewer ? 'newer' : why ? 'broken' : odd.length > 0 ? 'rows' : 'fine';
  return { database, state, readable, unreadable: odd, error: error ?? why };
}

function versionOf(row: unknown): number {
  const version = (row as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? version : 0;
}

/** The versions of rows that this Tack writes. */
const newest: Record<WorkDatabase, number> = {
  'tack-jobs': 1,
  'tack-drafts': 3,
  'tack-history': 1,
  'tack-changes': 1,
  'tack-choices': 1,
};

/** What views are told of. */
const kinds: Record<WorkDatabase, Change['kind']> = {
  'tack-jobs': 'job',
  'tack-drafts': 'draft',
  'tack-history': 'job',
  'tack-changes': 'change',
  'tack-choices': 'draft',
};

/** Goes on without the broken part: it is set aside, not thrown away. */
export async function mend({ database, state, unreadable }: Inspected): Promise<void> {
  if (state === 'broken') await setDatabaseAside(database, Date.now());
  else if (state === 'rows') await setRowsAside(database, unreadable, Date.now());
  announce({ kind: kinds[database], id: '' });
}
