/** The name of the dashed lines in the plot of r, with what theory has for each component; or why it has nothing. */
import { useId } from 'react';
import { useTheory } from '../store/theory.ts';
import { Help } from '../widgets/Help.tsx';
import { theoryHelp, theoryText } from './theory-levels.ts';
import styles from './Plot.module.css';

export function TheoryEntry() {
  const orders = useTheory(({ prediction }) => prediction?.orders);
  const id = useId();
  if (orders === undefined) return null;
  return (
    <Help name="Theory" help={theoryHelp(orders)} id={id}>
      <span className={styles['entry']} aria-describedby={id}>
        <span className={styles['dashes']} />
        theory
        {/* Of several each stands at its own line. */}
        <span className={orders.length > 1 ? 'unseen' : styles['value']}>{theoryText(orders)}</span>
      </span>
    </Help>
  );
}
