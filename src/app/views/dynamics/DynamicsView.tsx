/** What lies beyond the circle: the dynamics that the paper's change log names, each live on a bench of its own. */
import { useEffect } from 'react';
import type { PartName } from '../../../lab/dynamics/types.ts';
import { dynamicsParameters } from '../../../lab/scenario/parameters-dynamics.ts';
import { Button } from '../../widgets/Button.tsx';
import { TabList, TabPanel } from '../../widgets/Tabs.tsx';
import { openDynamics, restartPart, setDynamicsPlaying, setPart, useDynamics } from './dynamics-store.ts';
import { parts } from './parts.tsx';
import styles from '../../bench/Bench.module.css';

const { part } = dynamicsParameters;

function titleOf(name: PartName): string {
  return part.options.find(({ value }) => value === name)?.label ?? name;
}

export function DynamicsView() {
  useEffect(openDynamics, []);
  const chosen = useDynamics((state) => state.part);
  return (
    <>
      <TabList
        group="parts"
        label={part.label}
        tabs={part.options.map(({ value, label }) => ({ value, title: label }))}
        selected={chosen}
        onSelect={setPart}
        className={styles['parts']}
        tabClassName={styles['part']}
      />
      <TabPanel key={chosen} group="parts" value={chosen} className={`${styles['view'] ?? ''} ${styles['belowParts'] ?? ''}`}>
        <Bench name={chosen} />
      </TabPanel>
    </>
  );
}

function Bench({ name }: { readonly name: PartName }) {
  const { claim, Controls, Numbers, Charts } = parts[name];
  return (
    <>
      <section className={styles['head']} aria-label="Verdict">
        <p className={styles['claim']}>{claim}</p>
        <Verdict name={name} />
        <Actions />
      </section>
      <aside className={styles['side']} aria-label={`Parameters of ${titleOf(name)}`}>
        <div className={styles['controls']}>
          <Controls />
        </div>
        <Numbers />
      </aside>
      <div className={styles['charts']}>
        <Charts />
      </div>
    </>
  );
}

function Verdict({ name }: { readonly name: PartName }) {
  const verdict = useDynamics((state) => state.looks[name]?.verdict);
  const loss = useDynamics((state) => state.loss);
  return (
    // Four times a second is too often to be read aloud.
    <p className={styles['verdict']} role="status" aria-live="off" aria-label="Verdict" data-tone={verdict?.tone}>
      {loss === undefined
        ? (verdict?.text ?? 'Being measured …')
        : `The laboratory of this view is gone. ${loss} Open another view and come back.`}
    </p>
  );
}

function Actions() {
  const playing = useDynamics((state) => state.playing);
  return (
    <div className={styles['actions']}>
      <Button
        name={playing ? 'Hold' : 'Run'}
        help="Lets what is shown here run, or holds it; the run in Live is another."
        onPress={() => setDynamicsPlaying(!playing)}
      />
      <Button name="Restart" help="Begins anew with the settings as they are." onPress={restartPart} />
    </div>
  );
}
