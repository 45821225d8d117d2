import { browser } from 'wxt/browser';

import { searchBoth } from './boards/fuzzy';
import { foldText, searchable } from './boards/search';
import type { BoardRow } from './boards/types';
import { pinIdOf } from './capture/pin-page';
import { t } from './i18n';

/** Boards that are suggested: a browser shows a few rows, and the last is for a search. */
const SHOWN = 5;

/** Begins what is looked for among the pins, also where a board is called so. */
const SEARCH = '?';

/** Stands between a board's name and its id, which tells boards of one name apart. */
const BEFORE_ID = ' · ';

const addressIn = (typed: string): string | null =>
  /^\d{6,30}$/.test(typed) ? typed : pinIdOf(typed);

/**
 * Gives what fits what was typed: the pin of that number or address, else the boards that it finds, the best first; and the
 * search for it among the own pins.
 */
export function suggestionsFor(
  typed: string,
  boards: readonly BoardRow[],
  write: (name: string) => string = escaped,
) {
  const words = typed.replace(SEARCH, '').trim();
  if (words === '') return [];
  const pinId = addressIn(words);
  const isSearch = typed.trim().startsWith(SEARCH);
  const found = isSearch
    ? []
    : searchBoth(
        searchable(boards, ({ name }) => name),
        words,
        ({ id }) => id,
      );
  return [
    ...(pinId === null ? [] : [{ content: pinId, description: write(t('omniboxPin', pinId)) }]),
    ...found.slice(0, SHOWN).map((board) => ({
      content: board.name + BEFORE_ID + board.id,
      description: write(
        isTwin(board, found) ? `${board.name} (${board.ownerUsername})` : board.name,
      ),
    })),
    { content: `${SEARCH} ${words}`, description: write(t('librarySearchPins', words)) },
  ];
}

const isTwin = ({ id, name }: BoardRow, boards: readonly BoardRow[]) =>
  boards.some((each) => each.id !== id && each.name === name);

/** Gives the address that what was typed or chosen leads to: a pin at Pinterest, or a board or a search in the library. */
export function addressFor(typed: string, boards: readonly BoardRow[], siteUrl: string): string {
  const words = typed.trim();
  const pinId = addressIn(words);
  if (pinId !== null) return `${siteUrl}/pin/${pinId}/`;
  const board = boardFor(words, boards);
  const search = words.startsWith(SEARCH) ? words.slice(SEARCH.length).trim() : words;
  const asked = new URLSearchParams(board ? { board: board.id } : { search });
  return browser.runtime.getURL(`/sidepanel.html#${asked}` as never);
}

/** The board that was chosen, or whose whole name was typed. */
function boardFor(words: string, boards: readonly BoardRow[]): BoardRow | undefined {
  const folded = foldText(words);
  return (
    boards.find(({ id, name }) => name + BEFORE_ID + id === words) ??
    boards.find(({ name }) => foldText(name.trim()) === folded)
  );
}

/** Opens an address where the person asked for it. */
export async function open(url: string, where: string): Promise<void> {
  const opened =
    where === 'currentTab' ? await browser.tabs.update({ url }).catch(() => null) : null;
  // Not every tab can be led elsewhere: Edge's new one is a page of its own.
  if (!opened) await browser.tabs.create({ url, active: where !== 'newBackgroundTab' });
}

/** Leaves a name as it is. */
export const asItIs = (name: string) => name;

/** Takes what XML would read as markup out of a name. */
const escaped = (name: string) => name.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
