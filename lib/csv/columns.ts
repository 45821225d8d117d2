/** The columns of a CSV of pins, in the order in which they are written. docs/csv.md says what is in each. */
export const columns = [
  'title',
  'description',
  'link',
  'alt_text',
  'board',
  'section',
  'image_url',
  'publish_at',
] as const;

export type Column = (typeof columns)[number];

/** What a row has in each column; '' where it has nothing. */
export type Cells = Record<Column, string>;

/** Columns that a file must have: a pin needs a picture and a board. */
export const requiredColumns: readonly Column[] = ['board', 'image_url'];

/** As many rows as one file may have. */
export const MAX_ROWS = 2000;
