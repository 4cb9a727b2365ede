import type { Report } from '../../../worker/experiment-api.ts';
import { shortNumber } from '../../plots/figure/number-format.ts';
import styles from './ResultTable.module.css';

type Row = Report['rows'][number];

const columns = ['Measure', 'Of', 'Measured', '95% interval', 'Claimed', 'Verdict', 'From', 'Note'] as const;

export function ResultTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of results">
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ResultRow key={`${row.measure} ${row.subject}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ResultRow({ row }: { readonly row: Row }) {
  const { measure, subject, unit, relation, value, low, high, claimed, verdict, replicates, seeds, note } = row;
  const [first, last] = seeds;
  return (
    <tr>
      <th scope="row">{measure}</th>
      <td>{subject}</td>
      <td className={styles.number}>
        {bounded(relation, value)} {unit}
      </td>
      <td className={styles.number}>
        {Number.isFinite(low) || Number.isFinite(high) ? `${shortNumber(low)} … ${shortNumber(high)}` : '–'}
      </td>
      <td className={styles.number}>{claimed === undefined ? '' : `${bounded(claimed.relation, claimed.value)} ${unit}`}</td>
      <td data-verdict={verdict}>{verdict}</td>
      <td className={styles.from}>
        {replicates === 1
          ? `1 replicate, seed ${String(first)}`
          : `${String(replicates)} replicates, seeds ${String(first)}–${String(last)}`}
      </td>
      <td className={styles.note}>{note}</td>
    </tr>
  );
}

const bounded = (relation: Row['relation'], value: number): string => (relation === '=' ? '' : `${relation} `) + shortNumber(value);
