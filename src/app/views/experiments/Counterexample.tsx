import { openCounterexample } from '../../session/experiments.ts';
import { Button } from '../../widgets/Button.tsx';
import { playIcon } from '../../widgets/icons.tsx';
import styles from './Counterexample.module.css';

/** What the hunt found, ready to be seen. */
export function Counterexample({ name }: { readonly name: string }) {
  return (
    <div className={styles.found}>
      <p>The first schedule of faults that breaks it, made small, runs in place of the live run:</p>
      <Button
        name="Open in Live"
        help="Runs it from its beginning; the violation is told when it happens."
        icon={playIcon}
        onPress={() => {
          openCounterexample(name, 'live');
        }}
      />
      <Button
        name="Open in Trace"
        help="Runs it and draws its messages as a space-time diagram."
        icon={playIcon}
        onPress={() => {
          openCounterexample(name, 'trace');
        }}
      />
    </div>
  );
}
