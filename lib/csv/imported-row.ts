import type { BoardChoice } from '../drafts/types';
import type { When } from '../outbox/when';

/** A row of a CSV that was checked. */
export interface ImportedRow {
  /** The same for the same row of the same file, so that importing a file twice queues nothing twice. */
  id: string;
  title: string;
  description: string;
  link: string;
  altText: string;
  board: BoardChoice;
  /** A public address, or that of a staged file. */
  imageUrl: string;
  when: When | null;
  /** The person was asked about a pin of the same picture, and wants another. */
  confirmed: boolean;
}
