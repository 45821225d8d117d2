import { AppError } from '../errors';
import { announce } from '../storage/changes';
import { openRows } from '../storage/rows';
import type { Draft, DraftEdit, DraftMedia, EditNumber } from './types';

/** As much of a draft's shape as views stand on. */
export const isDraft = (value: object): value is Draft =>
  'id' in value && 'image' in value && 'media' in value && 'title' in value;

const rows = openRows<Draft>({
  database: 'tack-drafts',
  version: 3,
  migrations: {
    // A picture has other versions, and may be in a frame.
    1: (draft: Draft) => ({
      ...draft,
      version: 2,
      image: { ...draft.image, versions: [], frameId: 0 },
    }),
    // Other pictures go along.
    2: (draft: Draft) => ({ ...draft, version: 3, also: [], together: 'apart' }),
  },
  isRow: isDraft,
  // A draft goes when its job is written or the person says so; one whose job there is, the next start removes again.
  removal: 'relaxed',
});

/** Gives a draft, or undefined where it was published or discarded. */
export const readDraft = (id: string): Promise<Draft | undefined> => rows.get(id);

/** Gives the ids of all drafts, those that cannot be read among them. */
export const listDraftIds = (): Promise<string[]> => rows.keys();

/** Gives all drafts, newest first. */
export async function listDrafts(): Promise<Draft[]> {
  const { rows: drafts } = await rows.list();
  return drafts.toSorted((a, b) => b.updatedAt - a.updatedAt);
}

/** Gives all drafts, and the keys of rows that cannot be read. */
export const listDraftRows = () => rows.list();

/** Keeps a draft that came from a file where there is none of its id, and says whether it did. */
export async function addDraftRow(draft: Draft): Promise<boolean> {
  const added = await rows.add(draft.id, draft);
  if (added) announce({ kind: 'draft', id: draft.id });
  return added;
}

/** Keeps a new draft. */
export async function addDraft(draft: Draft): Promise<void> {
  await addDraftRow(draft);
}

/**
 * Saves what the person changed. Of a view's edits the later one stays, in whatever order they arrive: a message that a
 * stopped worker left unanswered is said again.
 *
 * @param number left out where nobody waits for the answer in turn
 * @throws AppError `draft/gone` where the draft was published or discarded meanwhile.
 */
export async function editDraft(id: string, edit: DraftEdit, number?: EditNumber): Promise<Draft> {
  return changeDraft(id, (draft) => ({
    ...draft,
    ...(number ? laterOf(draft, edit, number) : edit),
    edited: true,
    updatedAt: Date.now(),
  }));
}

/** What of an edit is no older than what the same view wrote before. Another view's edits are not compared with. */
function laterOf(
  { written }: Draft,
  edit: DraftEdit,
  { by, nth }: EditNumber,
): DraftEdit & Pick<Draft, 'written'> {
  const before = written?.by === by ? written.nth : {};
  const fields = Object.entries(edit).filter(([field]) => (before[field] ?? 0) < nth);
  const now = Object.fromEntries(fields.map(([field]) => [field, nth]));
  return { ...Object.fromEntries(fields), written: { by, nth: { ...before, ...now } } };
}

/** Notes what became of the draft's bytes. @throws AppError `draft/gone` */
export async function setDraftMedia(id: string, media: DraftMedia): Promise<Draft> {
  return changeDraft(id, (draft) => ({ ...draft, media }));
}

/** Forgets a draft; its bytes are the caller's to remove. */
export async function removeDraft(id: string): Promise<void> {
  await rows.remove(id);
  announce({ kind: 'draft', id });
}

/** Changes a draft in one transaction. @throws AppError `draft/gone` */
export async function changeDraft(id: string, next: (draft: Draft) => Draft): Promise<Draft> {
  const written = await rows.update(id, (draft) => {
    if (!draft) throw new AppError('draft/gone', undefined);
    return next(draft);
  });
  announce({ kind: 'draft', id });
  return written;
}
