import { siteOfPage } from '../drafts/site';
import type { BoardChoice, Draft } from '../drafts/types';
import { openRows, type Listed } from '../storage/rows';
import { pageKey } from './page-key';
import type { Choice } from './types';
import { wordsOf } from './words';

/** All choices are one row: they are read together, and as many as a year of pinning has are 100 kB. */
interface ChoicesRow {
  version: 1;
  /** Newest first. */
  choices: Choice[];
}

const rows = openRows<ChoicesRow>({
  database: 'tack-choices',
  version: 1,
  migrations: {},
  isRow: (value) => 'choices' in value && Array.isArray(value.choices),
});

const KEY = 'choices';

/** Older ones say little of what a person collects now. */
const MOST = 400;

/** Gives what the person chose, and for what, the newest first; none where it can't be read, which only costs suggestions. */
export async function readChoices(): Promise<Choice[]> {
  return (await rows.get(KEY).catch(() => undefined))?.choices ?? [];
}

/** Gives the row of all choices, and its key where it can't be read. */
export const listChoiceRows = (): Promise<Listed<ChoicesRow>> => rows.list();

/** Takes choices where none were made here yet. */
export async function adoptChoices(choices: readonly Choice[]): Promise<void> {
  if (choices.length > 0) await rows.add(KEY, { version: 1, choices: choices.slice(0, MOST) });
}

/** Notes which board or section a draft's pin goes to: by id, with the page's host, a hash of its address, and words. */
export async function addChoice(draft: ChosenFor, board: BoardChoice): Promise<void> {
  const { boardId, sectionId } = board;
  const choice = { boardId, sectionId, ...featuresOf(draft), at: Date.now() };
  await rows.update(KEY, (row) => ({
    version: 1,
    choices: [choice, ...(row?.choices ?? [])].slice(0, MOST),
  }));
}

/** Forgets what the person chose: nothing is suggested by it any more. */
export const forgetChoices = (): Promise<void> => rows.remove(KEY);

/** What of a draft tells where it belongs. */
type ChosenFor = Pick<Draft, 'pageUrl' | 'pageTitle' | 'title' | 'altText' | 'image'>;

/** What a draft's board is guessed by. */
export function featuresOf(draft: ChosenFor): Pick<Choice, 'site' | 'page' | 'words'> {
  const { pageUrl, pageTitle, title, altText, image } = draft;
  return {
    site: siteOfPage(pageUrl),
    page: pageKey(pageUrl),
    words: wordsOf(title, pageTitle, altText, image.alt),
  };
}
