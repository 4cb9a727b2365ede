/** What lies beyond the circle: the dynamics that the paper's change log names, each live on a bench of its own. */
import { Tabs } from '@base-ui/react/tabs';
import { useEffect } from 'react';
import type { PartName } from '../../../lab/dynamics/types.ts';
import { Button } from '../../widgets/Button.tsx';
import { openDynamics, restartPart, setDynamicsPlaying, setPart, useDynamics } from './dynamics-store.ts';
import { partNames, parts } from './parts.tsx';
import styles from '../../bench/Bench.module.css';

export function DynamicsView() {
  useEffect(openDynamics, []);
  const part = useDynamics((state) => state.part);
  return (
    <Tabs.Root
      value={part}
      onValueChange={(next: PartName) => {
        setPart(next);
      }}
    >
      <Tabs.List className={styles['parts']} aria-label="Wider dynamics">
        {partNames.map((name) => (
          <Tabs.Tab key={name} value={name} className={styles['part']}>
            {parts[name].title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {partNames.map((name) => (
        <Tabs.Panel key={name} value={name} className={`${styles['view'] ?? ''} ${styles['belowParts'] ?? ''}`}>
          <Bench name={name} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

function Bench({ name }: { readonly name: PartName }) {
  const { title, claim, Controls, Numbers, Charts } = parts[name];
  return (
    <>
      <section className={styles['head']} aria-label="Verdict">
        <p className={styles['claim']}>{claim}</p>
        <Verdict name={name} />
        <Actions />
      </section>
      <aside className={styles['side']} aria-label={`Parameters of ${title}`}>
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
