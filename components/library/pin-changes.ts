import type { WantedChange } from '../../lib/changes/queue';
import type { BoardChoice } from '../../lib/drafts/types';
import type { PinRow } from '../../lib/library/types';

/** What is asked of Pinterest to delete a pin. */
export const deletionOf = ({ id, title }: PinRow): WantedChange => ({
  op: 'pins/delete',
  input: { pin_id: id },
  about: id,
  name: title,
});

/** What is asked of Pinterest to move a pin to another board or section, and back. */
export const moveOf = (
  { id, title, boardId, sectionId }: PinRow,
  board: BoardChoice,
): WantedChange => ({
  op: 'pins/update',
  input: { pin_id: id, board_id: board.boardId, board_section_id: board.sectionId },
  ...(boardId ? { back: { pin_id: id, board_id: boardId, board_section_id: sectionId } } : {}),
  about: id,
  name: title,
});

/** The words of a pin that can be changed. */
export type PinWords = Pick<PinRow, 'title' | 'description' | 'altText' | 'link'>;

const wireNames = {
  title: 'title',
  description: 'description',
  altText: 'alt_text',
  link: 'link',
} as const satisfies Record<keyof PinWords, string>;

/** What is asked of Pinterest to change a pin's words, and back; null where they are as they were. */
export function editOf(pin: PinRow, now: PinWords): WantedChange | null {
  const input: Record<string, string | null> = {};
  const back: Record<string, string | null> = {};
  for (const field of Object.keys(wireNames) as (keyof PinWords)[]) {
    if (now[field] === pin[field]) continue;
    input[wireNames[field]] = now[field] || null;
    back[wireNames[field]] = pin[field] || null;
  }
  if (Object.keys(input).length === 0) return null;
  const pin_id = pin.id;
  return {
    op: 'pins/update',
    input: { pin_id, ...input },
    back: { pin_id, ...back },
    about: pin_id,
    name: now.title || pin.title,
  };
}
