import { useEffect } from 'react';
import type { Card } from '../../../worker/experiment-api.ts';
import { cancelExperiment, expectCost, runExperiment, stopProbe } from '../../session/experiment-course.ts';
import { whatBroke } from '../../session/experiment-desk.ts';
import { changeSetup, changesTaken } from '../../session/experiments.ts';
import type { Page } from '../../store/experiments.ts';
import { Button } from '../../widgets/Button.tsx';
import { playIcon } from '../../widgets/icons.tsx';
import { duration } from './duration.ts';
import styles from './Conduct.module.css';

/** Run, watch, cancel; and how long it will take, as far as that has been measured here. */
export function Conduct({ card, page }: { readonly card: Card; readonly page: Page }) {
  const { name, quick, full } = card;
  const { progress, expectedS, report, setup, usual } = page;
  useEffect(() => {
    expectCost(name).catch(whatBroke);
    return stopProbe;
  }, [name, setup]);
  if (progress !== undefined) {
    const { done, planned, leftS } = progress;
    return (
      <div className={styles.row}>
        <Button
          name="Cancel"
          help="Stops it. What is done is kept, and a run goes on from there."
          onPress={() => {
            cancelExperiment(name);
          }}
        />
        <label className={styles.progress}>
          <progress value={done} max={Math.max(1, planned)} aria-label={`Progress of ${card.title}`} />
          <span>
            {done} of {planned} jobs{Number.isFinite(leftS) && ` · ${duration(leftS)} left`}
          </span>
        </label>
      </div>
    );
  }
  const isDone = report !== undefined && report.finished + report.failures.length === report.planned;
  const run = (): void => {
    changesTaken()
      .then(async () => runExperiment(name, isDone ? 'anew' : 'open'))
      .catch(whatBroke);
  };
  const takes =
    ({ replicates, settings }: Card['quick']) =>
    (): void => {
      changeSetup(name, { replicates, settings: settings ?? {} }).catch(whatBroke);
    };
  return (
    <div className={styles.row}>
      <Button
        name={report === undefined ? 'Run' : isDone ? 'Run again' : 'Go on'}
        help={
          isDone
            ? 'Forgets what was computed and computes it anew, which comes to the same digest.'
            : `Runs every job on the cores that are left beside the page${Number.isFinite(expectedS) ? `: about ${duration(expectedS)}` : ''}.`
        }
        look={isDone ? 'plain' : 'accent'}
        icon={playIcon}
        onPress={run}
      />
      <Button name="Quick" help={`Fewer replicates (${String(quick.replicates)}): a first look.`} look="quiet" onPress={takes(quick)} />
      <Button
        name="Full"
        help={`The replicates that the documentation records (${String(full.replicates)}).`}
        look="quiet"
        onPress={takes({ ...full, settings: usual.settings })}
      />
      <span className={styles.expected}>
        {isDone
          ? 'Everything is done; with other settings it is another run'
          : Number.isFinite(expectedS)
            ? `about ${duration(expectedS)} on this machine`
            : `${String(setup.replicates)} ${card.replicate}${setup.replicates === 1 ? '' : 's'}; how long it takes here is being measured`}
      </span>
    </div>
  );
}
