import { MathText } from '../widgets/MathText.tsx';
import styles from './Bench.module.css';

/** A name and what stands beside it. */
export type Readout = readonly [name: string, text: string];

export function Readouts({ rows }: { readonly rows: readonly Readout[] }) {
  return (
    <dl className={styles['readouts']}>
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt>
            <MathText>{name}</MathText>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
