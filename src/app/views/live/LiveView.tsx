import { lazy, Suspense, useState } from 'react';
import { useKeptRun } from '../../store/kept-run.ts';
import { useTour } from '../../store/tour.ts';
import { ActionBar } from './ActionBar.tsx';
import { Readouts } from './Readouts.tsx';
import { StageHost } from './StageHost.tsx';
import { Story } from './Story.tsx';
import { Violations } from './Violations.tsx';
import { InTurn, type Load } from '../../widgets/InTurn.tsx';
import styles from './LiveView.module.css';

/** Its code comes when somebody takes it. */
const Tour = lazy(() => import('../../tour/Tour.tsx'));
const KeptOffer = lazy(async () => ({ default: (await import('./KeptOffer.tsx')).KeptOffer }));

// In the order in which they are wanted.
const mesh: Load = () => import('../../mesh/Mesh.tsx');
const orderPlot: Load = () => import('../../plots/OrderPlot.tsx');
const tokenPlot: Load = () => import('../../plots/TokenPlot.tsx');
const morePlots: Load = () => import('../../plots/MorePlots.tsx');
const scrubber: Load = async () => ({ default: (await import('./Scrubber.tsx')).Scrubber });
const controls: Load = async () => ({ default: (await import('./Controls.tsx')).Controls });

/** What a phone has room for at a time. */
const pictures = [
  { name: 'circle', label: 'Circle' },
  { name: 'mesh', label: 'Mesh' },
] as const;

/** One run, live: circle and mesh with what drives them, the settings beside, what happened over time below. */
export function LiveView() {
  const kept = useKeptRun() !== undefined;
  const touring = useTour().step !== undefined;
  const [picture, setPicture] = useState<(typeof pictures)[number]['name']>('circle');
  return (
    <div className={styles.live}>
      <div className={styles.head}>
        {touring ? (
          <Suspense fallback={<Story />}>
            <Tour />
          </Suspense>
        ) : (
          <Story />
        )}
        {kept && (
          <Suspense fallback={null}>
            <KeptOffer />
          </Suspense>
        )}
        <Readouts />
      </div>
      <div className={styles.pictures} data-shown={picture}>
        <div className={styles.choice} role="group" aria-label="Picture">
          {pictures.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              aria-pressed={picture === name}
              onClick={() => {
                setPicture(name);
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <div className={styles.stage}>
          <StageHost />
        </div>
        <div className={styles.mesh}>
          <InTurn load={mesh} />
        </div>
      </div>
      <div className={styles.actions}>
        <ActionBar />
      </div>
      <aside className={styles.side} aria-label="Parameters">
        <InTurn load={controls} />
      </aside>
      <div className={styles.record}>
        <Violations />
        <div className={styles.plots}>
          <InTurn load={orderPlot} />
          <InTurn load={tokenPlot} />
          <InTurn load={morePlots} />
        </div>
        <div className={styles.scrubber}>
          <InTurn load={scrubber} />
        </div>
      </div>
    </div>
  );
}
