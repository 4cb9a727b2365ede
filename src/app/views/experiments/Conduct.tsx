import type { Card } from '../../../worker/experiment-api.ts';
import { cancelExperiment, changeSetup, runExperiment, whatBroke } from '../../session/experiments.ts';
import type { Page } from '../../store/experiments.ts';
import { Button } from '../../widgets/Button.tsx';
import { playIcon } from '../../widgets/icons.tsx';
import { duration } from './duration.ts';
import styles from './Conduct.module.css';

/** Run, watch, cancel; and how long it will take, as far as that has been measured here. */
export function Conduct({ card, page }: { readonly card: Card; readonly page: Page }) {
  const { name, quick, full } = card;
  const { progress, expectedS, report, setup } = page;
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
  const unfinished = report !== undefined && report.finished + report.failures.length < report.planned;
  const run = (): void => {
    runExperiment(name).catch(whatBroke);
  };
  const takes =
    ({ replicates, settings }: Card['quick']) =>
    (): void => {
      changeSetup(name, { replicates, settings: settings ?? {} }).catch(whatBroke);
    };
  return (
    <div className={styles.row}>
      <Button
        name={unfinished ? 'Go on' : 'Run'}
        help="Runs every job on the cores that are left beside the page."
        look="accent"
        icon={playIcon}
        onPress={run}
      />
      <Button name="Quick" help={`Fewer replicates (${String(quick.replicates)}): a first look.`} look="quiet" onPress={takes(quick)} />
      <Button
        name="Full"
        help={`The replicates that the documentation records (${String(full.replicates)}).`}
        look="quiet"
        onPress={takes({ ...full, settings: { ...usual(card), ...full.settings } })}
      />
      <span className={styles.expected}>
        {Number.isFinite(expectedS)
          ? `about ${duration(expectedS)} on this machine`
          : `${String(setup.replicates)} × ${card.replicate}; how long it takes here is known after its first jobs`}
      </span>
    </div>
  );
}

const usual = ({ parameters }: Card): NonNullable<Card['quick']['settings']> =>
  Object.fromEntries(parameters.map(({ path, default: value }) => [path, value]));
