import { browser } from 'wxt/browser';

import type { BoardRow } from './boards/types';
import { pinIdOf } from './capture/pin-page';

/** As many as a browser shows. */
const SHOWN = 6;

/** Gives the boards whose names have what was typed, those that begin with it first. */
export function suggestionsFor(
  typed: string,
  boards: readonly BoardRow[],
  write: (name: string) => string = escaped,
) {
  const words = plain(typed);
  const place = ({ name }: BoardRow) => plain(name).indexOf(words);
  return boards
    .filter((board) => words !== '' && place(board) >= 0)
    .toSorted((one, other) => place(one) - place(other))
    .slice(0, SHOWN)
    .map(({ name }) => ({ content: name, description: write(name) }));
}

/** Gives the address that what was typed leads to: a pin at Pinterest, or a board or a search in the library. */
export function addressFor(typed: string, boards: readonly BoardRow[], siteUrl: string): string {
  const words = typed.trim();
  const pinId = /^\d{6,30}$/.test(words) ? words : pinIdOf(words);
  if (pinId !== null) return `${siteUrl}/pin/${pinId}/`;
  const board = boards.find(({ name }) => plain(name) === plain(words));
  const asked = new URLSearchParams(board ? { board: board.id } : { search: words });
  return browser.runtime.getURL(`/sidepanel.html#${asked}` as never);
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

/** Capitals and accents are not held against anybody who looks for something. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
