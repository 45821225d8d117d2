import type { Figure } from './figure';

/** A table as it is put into a file: names of columns, then rows; null is a cell that nobody knows. */
export interface Sheet {
  columns: string[];
  rows: (string | number | null)[][];
}

/**
 * A figure as a table: a row for each day of UTC, a column for each line, and whether the day's numbers are final. A day
 * without a number is neither: nothing is known of it.
 */
export const sheetOf = ({ dates, lines, open }: Figure): Sheet => {
  const own = lines.filter(({ isBefore }) => !isBefore);
  const finality = (day: number) => {
    if (own.every(({ values }) => (values[day] ?? null) === null)) return null;
    return open[day] ? 'no' : 'yes';
  };
  return {
    columns: ['date_utc', ...lines.map(({ key, column }) => column ?? key), 'final'],
    rows: dates.map((date, day) => [
      date,
      ...lines.map(({ values }) => values[day] ?? null),
      finality(day),
    ]),
  };
};

/**
 * Writes a table as a CSV (RFC 4180): numbers as a program reads them wherever the person lives, an empty cell for what is
 * not known. A text that a spreadsheet would take for a formula gets a `'` before it: titles of pins come from pages. One
 * that has such a `'` already gets another, so that taking one away gives the text back.
 */
export function toCsv({ columns, rows }: Sheet): string {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a table as JSON: an object a row, null for what is not known. */
export const toJson = ({ columns, rows }: Sheet): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null]))),
    null,
    2,
  );
