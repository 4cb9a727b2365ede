import type { ClaimedRow, Report } from '../../../lab/experiments/types.ts';
import { boundedNumber } from '../../plots/figure/number-format.ts';
import { marks } from './answer.ts';
import results from './ResultTable.module.css';
import styles from './PaperTable.module.css';

type Row = Report['rows'][number];

/** Rows that something was claimed for. */
export function claimedRows(rows: readonly Row[]): readonly ClaimedRow[] {
  return rows.flatMap((row) => {
    const { claimed, verdict } = row;
    return claimed === undefined || verdict === undefined ? [] : [{ ...row, claimed, verdict }];
  });
}

/** The paper's table as it stands there, a column for each system, and in every cell what was found. */
export function PaperTable({ rows }: { readonly rows: readonly ClaimedRow[] }) {
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  return (
    <div className={results.scroll} tabIndex={0} role="region" aria-label="The paper’s table">
      <table className={`${results.table ?? ''} ${styles.table ?? ''}`}>
        <thead>
          <tr>
            <td />
            {subjects.map((subject) => (
              <th key={subject} scope="col">
                {subject}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure}>
              <th scope="row">{measure}</th>
              {subjects.map((subject) => (
                <Cell key={subject} row={rows.find((row) => row.measure === measure && row.subject === subject)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row }: { readonly row: ClaimedRow | undefined }) {
  if (row === undefined) return <td />;
  const { relation, value, unit, claimed, verdict } = row;
  return (
    <td>
      <span className={styles.found}>
        {boundedNumber(relation, value)} {unit}
      </span>
      <span className={`${results.verdict ?? ''} ${styles.verdict ?? ''}`} data-verdict={verdict}>
        <span aria-hidden="true">{marks[verdict]}</span> {verdict}
      </span>
      <span className={`${results.from ?? ''} ${styles.claimed ?? ''}`}>claimed {boundedNumber(claimed.relation, claimed.value)}</span>
    </td>
  );
}
