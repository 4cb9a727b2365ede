import { reachedS, recoverRun, resetRun } from '../../session/session.ts';
import { useLive } from '../../store/live.ts';
import { numberText } from '../../widgets/number-text.ts';
import buttons from '../../widgets/Button.module.css';
import styles from './LostAlert.module.css';

/** The worker died: what happened, what is safe, what to do. */
export function LostAlert() {
  const phase = useLive((state) => state.phase);
  const loss = useLive((state) => state.loss);
  const interventions = useLive((state) => state.interventions.length);
  if (phase === 'refused') return <Refused reason={loss} />;
  if (phase !== 'lost') return null;
  return (
    <div role="alert" className={styles.alert}>
      <h2>The part of this page that computes has stopped</h2>
      <p>{loss}</p>
      <p>
        Nothing that you did is lost: {kept(interventions)} kept on this page. A fresh start runs it again to{' '}
        {numberText(reachedS(), 2, 's')}, to the same bits, and goes on from there.
      </p>
      <div className={styles.choices}>
        <button type="button" className={`${buttons.button ?? ''} ${buttons.accent ?? ''}`} onClick={recoverRun}>
          Bring the run back
        </button>
        <button type="button" className={buttons.button} onClick={resetRun}>
          Begin at time 0
        </button>
      </div>
    </div>
  );
}

/** Nothing to bring back: the person needs another browser, or a smaller run. */
function Refused({ reason }: { readonly reason: string | undefined }) {
  return (
    <div role="alert" className={styles.alert}>
      <h2>This run cannot be computed here</h2>
      <p>{reason}</p>
      <p>The settings beside are as you left them; a link or a file of this run opens in any browser that can.</p>
      <div className={styles.choices}>
        <button type="button" className={buttons.button} onClick={resetRun}>
          Try again
        </button>
      </div>
    </div>
  );
}

function kept(interventions: number): string {
  if (interventions === 0) return 'the scenario is';
  return interventions === 1
    ? 'the scenario and its one intervention are'
    : `the scenario and its ${String(interventions)} interventions are`;
}
