import { bareImage } from '../capture/bare-image';
import type { ImportedRow } from '../csv/imported-row';
import { discardDraft } from '../drafts/open';
import { addDraft } from '../drafts/store';
import type { Draft } from '../drafts/types';
import { AppError } from '../errors';
import { canBeFetchedByPinterest } from '../media/public-picture';
import { isStaged } from '../storage/staged';
import { hasMade } from './history';
import { publish } from './publish';
import { readJob } from './store';

const ROW_ID = /^csv-[\da-f]{16}-\d{1,5}$/;

/**
 * Queues a row as any draft is queued. `there`: it was queued before, or its pin is out.
 * @throws AppError `draft/*`, `media/*`, `auth/signed-out`, `outbox/no-slot`, `storage/full`; nothing is left of it then
 */
export async function importRow(row: ImportedRow): Promise<'queued' | 'there'> {
  const { id, when, confirmed } = row;
  if (!ROW_ID.test(id)) throw new AppError('message/refused', { type: 'csv/row' });
  if (await isThere(id)) return 'there';
  await addDraft(draftOf(row));
  try {
    await publish(id, 'create', { confirmed, ...(when ? { when } : {}) });
    return 'queued';
  } catch (error) {
    await discardDraft(id);
    throw error;
  }
}

async function isThere(id: string): Promise<boolean> {
  return (await readJob(id)) !== undefined || hasMade(id);
}

/** @throws AppError `draft/no-image` where its picture is no public address and no staged file */
function draftOf({ id, title, description, altText, link, board, imageUrl }: ImportedRow): Draft {
  const isFile = isStaged(imageUrl);
  if (!isFile && !canBeFetchedByPinterest({ url: imageUrl, type: '' }))
    throw new AppError('draft/no-image', undefined);
  const now = Date.now();
  return {
    id,
    version: 3,
    createdAt: now,
    updatedAt: now,
    edited: true,
    tabId: -1,
    pageUrl: link || (isFile ? '' : imageUrl),
    pageTitle: title,
    image: bareImage(imageUrl, isFile ? 'file' : 'src'),
    isVersionChosen: true, // there is no page to find a larger one in
    media: isFile ? { state: 'reading' } : { state: 'by-url', url: imageUrl },
    also: [],
    together: 'apart',
    title,
    description,
    altText,
    link,
    linkRemoved: [],
    board,
  };
}
