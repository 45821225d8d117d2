import type { Board, Pin, Section } from '../types.ts';
import { errors } from './errors.ts';
import type { Call } from './pipeline.ts';

/** Tells whether a token may see the secret boards of its account. */
export function seesSecret(call: Call, kind: 'boards' | 'pins'): boolean {
  return call.token.scopes.includes(`${kind}:read_secret`);
}

/** Finds a board that the caller may read: an own one, or a public one of somebody else. */
export function readableBoard(call: Call, id: string): Board {
  const board = call.world.store.boards.get(id);
  if (!board) throw errors.noBoard();
  if (board.privacy === 'PUBLIC') return board;
  if (board.ownerId !== call.account.id) throw errors.noBoard();
  if (!seesSecret(call, 'boards')) throw errors.forbidden();
  return board;
}

/** Finds an own board that the caller may change, or put pins on. */
export function writableBoard(call: Call, id: string, kind: 'boards' | 'pins'): Board {
  const board = call.world.store.boards.get(id);
  if (!board) throw errors.noBoard();
  if (board.ownerId !== call.account.id)
    throw board.privacy === 'PUBLIC' ? errors.forbidden() : errors.noBoard();
  if (board.privacy === 'SECRET' && !call.token.scopes.includes(`${kind}:write_secret`))
    throw errors.scope();
  return board;
}

/** Finds a section of a board. */
export function sectionOf(board: Board, id: string): Section {
  const section = board.sections.find((known) => known.id === id);
  if (!section) throw errors.noSection();
  return section;
}

/** Finds an own pin that the caller may read. */
export function ownPin(call: Call, id: string): Pin {
  const pin = call.world.store.pins.get(id);
  if (!pin) throw errors.noPin();
  if (pin.ownerId !== call.account.id) throw errors.forbidden();
  if (isSecret(call, pin) && !seesSecret(call, 'pins')) throw errors.forbidden();
  return pin;
}

/** Tells whether a pin is on a secret board. */
export function isSecret(call: Call, pin: Pin): boolean {
  return call.world.store.boards.get(pin.boardId)?.privacy === 'SECRET';
}
