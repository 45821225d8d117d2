import { readDraft } from '../drafts/store';
import { featuresOf, readChoices } from './choices';
import { isTelling, suggestPlaces } from './suggest';

/** Those after them are guesses. */
const MOST = 3;

/** Gives the keys of the places that site, page or words of a draft speak for, the likeliest first. */
export async function tellingPlaces(draftId: string): Promise<string[]> {
  const [draft, choices] = await Promise.all([readDraft(draftId), readChoices()]);
  if (!draft) return [];
  return suggestPlaces(choices, { ...featuresOf(draft), at: Date.now() })
    .filter(({ because }) => isTelling(because))
    .slice(0, MOST)
    .map(({ key }) => key);
}
