import type { Report } from '../../../worker/experiment-api.ts';
import { boundedNumber, shortNumber } from '../../plots/figure/number-format.ts';
import { MathText } from '../../widgets/MathText.tsx';
import styles from './ResultTable.module.css';

type Row = Report['rows'][number];

/** Every number with its interval; what is of several subjects stands together under its measure. */
export function ResultTable({ rows }: { readonly rows: readonly Row[] }) {
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  // Columns that nobody fills are left out.
  const has: Columns = {
    claimed: rows.some(({ claimed }) => claimed !== undefined),
    verdict: rows.some(({ verdict }) => verdict !== undefined),
  };
  const count = 5 + Number(has.claimed) + Number(has.verdict);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of results">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Measured</th>
            <th scope="col">95% interval</th>
            {has.claimed && <th scope="col">Claimed</th>}
            {has.verdict && <th scope="col">Verdict</th>}
            <th scope="col">From</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        {measures.map((measure) => {
          const own = rows.filter((row) => row.measure === measure);
          return (
            <tbody key={measure}>
              {own.length > 1 && (
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={count}>
                    <MathText>{measure}</MathText>
                  </th>
                </tr>
              )}
              {own.map((row) => (
                <ResultRow key={row.subject} row={row} has={has} isAlone={own.length === 1} />
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

interface Columns {
  readonly claimed: boolean;
  readonly verdict: boolean;
}

function ResultRow({ row, has, isAlone }: { readonly row: Row; readonly has: Columns; readonly isAlone: boolean }) {
  const { measure, subject, unit, relation, value, low, high, claimed, verdict, replicates, seeds, note } = row;
  const [first, last] = seeds;
  return (
    <tr>
      <th scope="row" data-alone={isAlone}>
        <MathText>{isAlone ? measure : subject}</MathText>
        {isAlone && subject !== '' && (
          <small>
            <MathText>{subject}</MathText>
          </small>
        )}
      </th>
      <td className={styles.number}>
        {boundedNumber(relation, value)} {unit}
      </td>
      <td className={styles.number}>{Number.isFinite(low) || Number.isFinite(high) ? `${end(low)} … ${end(high)}` : '–'}</td>
      {has.claimed && (
        <td className={styles.number}>{claimed === undefined ? '' : `${boundedNumber(claimed.relation, claimed.value)} ${unit}`}</td>
      )}
      {has.verdict && (
        <td className={styles.verdict} data-verdict={verdict}>
          {verdict}
        </td>
      )}
      <td className={styles.from}>
        {replicates === 1 ? '1 replicate' : `${String(replicates)} replicates`}
        <small>{replicates === 1 ? `seed ${String(first)}` : `seeds ${String(first)}–${String(last)}`}</small>
      </td>
      <td className={styles.note}>
        <MathText>{note}</MathText>
      </td>
    </tr>
  );
}

const end = (value: number): string => (value === Infinity ? '∞' : shortNumber(value));
