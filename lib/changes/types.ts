import type { ErrorInfo } from '../errors';
import type { Input } from '../pinterest/endpoints';

/** The operations that change boards, sections and pins that are there. Saving a pin is the outbox's: it makes a pin. */
export type ChangeOp =
  | 'boards/create'
  | 'boards/update'
  | 'boards/delete'
  | 'board_sections/create'
  | 'board_sections/update'
  | 'board_sections/delete'
  | 'pins/update'
  | 'pins/delete';

/** What is asked of Pinterest: an operation, what it is given, and what it was before where that can be given back. */
export type ChangeAsk = {
  [Op in ChangeOp]: { op: Op; input: Input<Op>; back?: Input<Op> };
}[ChangeOp];

/**
 * How far a change is: `waiting` until its time, `sending` while Pinterest is asked (a stopped worker leaves it there),
 * `done`, `failed` (the person says what becomes of it) or `undone`.
 */
export type ChangeState = 'waiting' | 'sending' | 'done' | 'failed' | 'undone';

/** A change of the person's library, written down before it is sent. */
export type LibraryChange = ChangeAsk & {
  id: string;
  version: 1;
  accountId: string;
  /** Changes that were asked for together are taken back together. */
  batch: string;
  /** The board or pin that it is about: changes of one thing are sent in their order. */
  about: string;
  /** What the thing is called, for the person. */
  name: string;
  state: ChangeState;
  /** When it is sent, ms of UTC. */
  until: number;
  attempts: number;
  /** It may have been carried out already: its answer was lost. */
  unsure: boolean;
  because: ErrorInfo | null;
  /** Id of the board or section that was made. */
  madeId: string | null;
  /** When it was asked for, ms of UTC; fractions keep the order of a batch. */
  at: number;
  updatedAt: number;
};
