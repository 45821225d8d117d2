import Papa from 'papaparse';

import { columns, MAX_ROWS, requiredColumns, type Cells, type Column } from './columns';

/** One row of a file: its number as a spreadsheet shows it (the first below the header is 2), and its cells. */
export interface CsvRow {
  number: number;
  cells: Cells;
}

/** What is wrong with a file as a whole. */
export type FileProblem =
  | { kind: 'empty' }
  | { kind: 'missing-columns'; columns: Column[] }
  | { kind: 'too-many'; count: number; most: number };

export interface CsvFile {
  rows: CsvRow[];
  /** Rows whose quotes or number of cells are wrong, by number. */
  broken: number[];
  problem: FileProblem | null;
}

/**
 * Reads a CSV: comma, semicolon or tab, with or without a byte order mark, header names in any case. Other columns are left
 * alone. Never throws.
 */
export function readCsv(text: string): CsvFile {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase().replace(/\s+/g, '_'),
  });
  const missing = requiredColumns.filter((name) => !meta.fields?.includes(name));
  if (data.length === 0) return { rows: [], broken: [], problem: { kind: 'empty' } };
  if (missing.length > 0)
    return { rows: [], broken: [], problem: { kind: 'missing-columns', columns: missing } };
  const problem: FileProblem | null =
    data.length > MAX_ROWS ? { kind: 'too-many', count: data.length, most: MAX_ROWS } : null;
  // Of a short row the rest is empty, which is said where it matters; a long one has its cells in the wrong places.
  const wrong = errors.filter(
    ({ code }) => code !== 'TooFewFields' && code !== 'UndetectableDelimiter',
  );
  const broken = new Set(wrong.flatMap(({ row }) => (row === undefined ? [] : [row + FIRST_ROW])));
  const rows = data.map((cells, index) => ({ number: index + FIRST_ROW, cells: cellsOf(cells) }));
  return {
    rows: problem ? [] : rows.filter(({ number }) => !broken.has(number)),
    broken: [...broken],
    problem,
  };
}

/** Below the header, which is row 1. */
const FIRST_ROW = 2;

function cellsOf(row: Record<string, string | undefined>): Cells {
  const cells = columns.map((name) => [name, unescaped(row[name]?.trim() ?? '')]);
  return Object.fromEntries(cells) as Cells;
}

/** Takes back the mark that `writeCsv` puts before what a spreadsheet would take for a formula. */
const unescaped = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '');
