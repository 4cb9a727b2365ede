/** After a reload: the run from before can be brought back. */
import { bringBack, letGo } from '../../session/kept-run.ts';
import { useKeptRun } from '../../store/kept-run.ts';
import { Button } from '../../widgets/Button.tsx';
import { numberText } from '../../widgets/number-text.ts';
import styles from './KeptOffer.module.css';

export function KeptOffer() {
  const kept = useKeptRun();
  if (kept === undefined) return null;
  const { interventions } = kept.scenario;
  const deeds = interventions.length === 1 ? 'one thing' : `${String(interventions.length)} things`;
  return (
    <section className={styles.offer} aria-label="The run from before">
      <p>
        Before this page was loaded again its run had come to {numberText(kept.reachedS, 1, 's')}
        {interventions.length > 0 && `, with ${deeds} done to it`}. It is kept.
      </p>
      <Button
        name="Bring it back"
        help="Runs it again up to where it was, to the same bits, and goes on from there."
        onPress={bringBack}
        look="accent"
      />
      <Button name="Let it go" help="Forgets it." onPress={letGo} />
    </section>
  );
}
