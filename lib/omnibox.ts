import { browser } from 'wxt/browser';

import type { BoardIndex, BoardRow } from './boards/types';
import { pinIdOf } from './capture/pin-page';
import { t } from './i18n';

/** Nothing is looked up for less. */
const LEAST_TYPED = 2;

/** As many as a browser shows. */
const SHOWN = 6;

/**
 * Listens for what is typed after `tack` in the address bar: a board's name, a pin's number or address, or words to search own
 * pins for.
 */
export function followOmnibox(loadBoards: () => Promise<BoardIndex>, siteUrl: string): void {
  const boardsOf = async (typed: string) =>
    typed.trim().length < LEAST_TYPED ? [] : (await loadBoards().catch(() => none)).boards;
  void browser.omnibox.setDefaultSuggestion({ description: t('omniboxHint') });
  browser.omnibox.onInputChanged.addListener((typed, suggest) => {
    // Chrome reads a suggestion as XML, Firefox as it stands.
    const write = import.meta.env.FIREFOX ? asItIs : escaped;
    const answer = async () => suggest(suggestionsFor(typed, await boardsOf(typed), write));
    void answer();
  });
  browser.omnibox.onInputEntered.addListener((typed, where) => {
    const go = async () => open(addressFor(typed, await boardsOf(typed), siteUrl), where);
    void go();
  });
}

const none = { boards: [] };

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

async function open(url: string, where: string): Promise<void> {
  const opened =
    where === 'currentTab' ? await browser.tabs.update({ url }).catch(() => null) : null;
  // Not every tab can be led elsewhere: Edge's new one is a page of its own.
  if (!opened) await browser.tabs.create({ url, active: where !== 'newBackgroundTab' });
}

const asItIs = (name: string) => name;

/** Takes what XML would read as markup out of a name. */
const escaped = (name: string) => name.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Capitals and accents are not held against anybody who looks for something. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
