import type { ComponentChildren } from 'preact';

import { ScrollBox } from './ScrollBox';

export interface TableRow {
  key: string;
  /** What the row is of; then a cell for each further column. */
  cells: readonly ComponentChildren[];
}

interface NumberTableProps {
  label: string;
  /** Names of the columns; the first is that of what the rows are of. */
  columns: readonly string[];
  rows: readonly TableRow[];
  /** Stands above it, where the label alone would leave something out. */
  caption?: string;
  /** Whether it may fill more of the screen: it is all that its view shows. */
  isTall?: boolean;
}

/** Numbers as a table, which scrolls in itself where it is wide or long. */
export function NumberTable({ label, columns, rows, caption, isTall = false }: NumberTableProps) {
  return (
    <ScrollBox label={label} isTall={isTall}>
      <table class="stats-table num">
        <caption class={caption ? 'tiny muted' : 'spoken'}>{caption ?? label}</caption>
        <thead>
          <tr>
            {columns.map((name, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two pins may have one name
              <th scope="col" key={at}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is known by its column
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
