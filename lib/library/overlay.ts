import type { BoardRow, SectionRow } from '../boards/types';
import type { LibraryChange } from '../changes/types';
import type { LibraryPlace, PinRow } from './types';

/**
 * Changes that what was read does not show yet: those on their way, and those that were done after it was read. A row that
 * failed or was taken back changes nothing.
 *
 * @param readAt ms of UTC
 */
export const pending = (changes: readonly LibraryChange[], readAt: number): LibraryChange[] =>
  changes.filter(
    ({ state, updatedAt }) =>
      state === 'waiting' || state === 'sending' || (state === 'done' && updatedAt > readAt),
  );

/** Gives the boards as they are once pending changes are done; new ones come first. */
export function boardsWith(
  boards: readonly BoardRow[],
  changes: readonly LibraryChange[],
  ownerUsername: string,
): BoardRow[] {
  const shown = new Map(boards.map((board) => [board.id, board]));
  const made: string[] = [];
  for (const change of changes) {
    if (change.op === 'boards/create') {
      const id = change.madeId ?? change.id;
      const { name, privacy } = change.input;
      const row = { id, name, privacy, pinCount: 0, coverUrl: null, ownerUsername };
      if (shown.has(id)) continue;
      shown.set(id, { ...row, modifiedAt: change.at }); // and may be changed again before it is read
      made.unshift(id);
    } else if (change.op === 'boards/delete') {
      shown.delete(change.input.board_id);
    } else if (change.op === 'boards/update') {
      const { board_id, name, privacy } = change.input;
      const board = shown.get(board_id);
      const now = { ...(name === undefined ? {} : { name }), ...(privacy ? { privacy } : {}) };
      if (board) shown.set(board_id, { ...board, ...now });
    }
  }
  const first = made.flatMap((id) => shown.get(id) ?? []);
  return [...first, ...[...shown.values()].filter(({ id }) => !made.includes(id))];
}

/** Gives what a board says of itself once pending changes are done. */
export const descriptionWith = (
  description: string,
  boardId: string,
  changes: readonly LibraryChange[],
): string =>
  changes.reduce(
    (before, { op, input }) =>
      op === 'boards/update' && input.board_id === boardId ? (input.description ?? before) : before,
    description,
  );

/** Gives a board's sections as they are once pending changes are done. */
export function sectionsWith(
  sections: readonly SectionRow[],
  boardId: string,
  changes: readonly LibraryChange[],
): SectionRow[] {
  const shown = new Map(sections.map((section) => [section.id, section]));
  for (const change of changes) {
    if (change.op === 'board_sections/create' && change.input.board_id === boardId) {
      const id = change.madeId ?? change.id;
      if (!shown.has(id)) shown.set(id, { id, name: change.input.name });
    } else if (change.op === 'board_sections/delete') {
      shown.delete(change.input.section_id);
    } else if (change.op === 'board_sections/update') {
      const { section_id: id, name } = change.input;
      if (shown.has(id)) shown.set(id, { id, name });
    }
  }
  return [...shown.values()];
}

/** Gives a place's pins as they are once pending changes are done: those that leave it are not there any more. */
export function pinsWith(
  pins: readonly PinRow[],
  place: LibraryPlace,
  changes: readonly LibraryChange[],
): PinRow[] {
  const shown = new Map(pins.map((pin) => [pin.id, pin]));
  for (const change of changes) {
    if (change.op === 'pins/delete') shown.delete(change.input.pin_id);
    if (change.op !== 'pins/update') continue;
    const pin = shown.get(change.input.pin_id);
    if (pin) shown.set(pin.id, updated(pin, change));
  }
  return [...shown.values()].filter((pin) => isIn(pin, place));
}

function updated(pin: PinRow, { input }: Extract<LibraryChange, { op: 'pins/update' }>): PinRow {
  const { title, description, alt_text, link, board_id, board_section_id } = input;
  return {
    ...pin,
    ...(title === undefined ? {} : { title: title ?? '' }),
    ...(description === undefined ? {} : { description: description ?? '' }),
    ...(alt_text === undefined ? {} : { altText: alt_text ?? '' }),
    ...(link === undefined ? {} : { link: link ?? '' }),
    ...(board_id === undefined ? {} : { boardId: board_id, sectionId: null }),
    ...(board_section_id === undefined ? {} : { sectionId: board_section_id }),
  };
}

/** A pin that does not say where it is stays where it was found. */
function isIn({ boardId, sectionId }: PinRow, place: LibraryPlace): boolean {
  if (place.kind !== 'board' || boardId === '') return true;
  return boardId === place.boardId && (place.sectionId === null || sectionId === place.sectionId);
}
