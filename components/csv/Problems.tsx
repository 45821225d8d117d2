import type { CellProblem } from '../../lib/csv/check';
import type { FileProblem } from '../../lib/csv/read';
import { errorText } from '../../lib/error-text';
import { formatNumber, t, tn, type MessageKey } from '../../lib/i18n';
import type { RowFailure } from '../../lib/state/csv';

const texts: Readonly<Record<CellProblem['kind'], MessageKey>> = {
  broken: 'csvBroken',
  'too-long': 'csvTooLong',
  'bad-link': 'csvBadLink',
  'no-image': 'csvNoImage',
  'no-file': 'csvNoFile',
  'not-public': 'csvNotPublic',
  'no-board': 'csvNoBoard',
  'no-section': 'csvNoSection',
  'bad-time': 'csvBadTime',
  past: 'csvPast',
};

/** Says what is wrong with a file as a whole. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.kind) {
    case 'empty':
      return t('csvEmpty');
    case 'missing-columns':
      return t('csvMissing', problem.columns.join(', '));
    case 'too-many':
      return t('csvTooMany', formatNumber(problem.count), formatNumber(problem.most));
  }
}

/** All that is wrong with a file, by row and column. */
export function Problems({ problems }: { problems: readonly CellProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Table
      title={tn('csvProblems', problems.length)}
      rows={problems.map(({ row, column, kind, value }) => ({
        row,
        cells: [column ?? '–', t(texts[kind]), value],
      }))}
      heads={[t('csvColumn'), t('csvWhat'), t('csvValue')]}
    />
  );
}

/** Rows that were good and yet could not be queued. */
export function Failures({ failures }: { failures: readonly RowFailure[] }) {
  if (failures.length === 0) return null;
  return (
    <Table
      title={tn('csvFailed', failures.length)}
      rows={failures.map(({ number, error }) => {
        const { what, todo } = errorText(error);
        return { row: number, cells: [`${what} ${todo}`] };
      })}
      heads={[t('csvWhat')]}
    />
  );
}

interface TableProps {
  title: string;
  heads: string[];
  rows: { row: number; cells: string[] }[];
}

function Table({ title, heads, rows }: TableProps) {
  return (
    <section aria-label={title}>
      <table class="csv-table">
        <caption class="small">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('csvRow')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={`${row} ${cells.join(' ')}`}>
              <td class="num">{formatNumber(row)}</td>
              {cells.map((cell, index) => (
                <td key={heads[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
