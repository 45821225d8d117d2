import { textLimits } from '../capture/suggest';
import type { Draft } from './types';

/** What keeps a draft from being sent as it is: its words, its link or its picture. */
export type Lack = 'words' | 'link' | 'picture';

/** Tells what a draft lacks that only the person can mend; null where it can be sent once it has a board. */
export function lacks(
  draft: Pick<Draft, 'title' | 'description' | 'altText' | 'link' | 'media'>,
): Lack | null {
  const { link, media } = draft;
  const fields = ['title', 'description', 'altText', 'link'] as const;
  if (fields.some((field) => draft[field].length > textLimits[field])) return 'words';
  if (link && !(URL.canParse(link) && /^https?:$/.test(new URL(link).protocol))) return 'link';
  return media.state === 'failed' ? 'picture' : null;
}
