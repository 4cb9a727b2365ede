import { lazy, Suspense, useState } from 'react';
import { useKeptRun } from '../../store/kept-run.ts';
import { ActionBar } from './ActionBar.tsx';
import { Readouts } from './Readouts.tsx';
import { StageHost } from './StageHost.tsx';
import { Story } from './Story.tsx';
import { Violations } from './Violations.tsx';
import styles from './LiveView.module.css';

const Controls = lazy(async () => ({ default: (await import('./Controls.tsx')).Controls }));
const Mesh = lazy(() => import('../../mesh/Mesh.tsx'));
const OrderPlot = lazy(() => import('../../plots/OrderPlot.tsx'));
const TokenPlot = lazy(() => import('../../plots/TokenPlot.tsx'));
const MorePlots = lazy(() => import('../../plots/MorePlots.tsx'));
const KeptOffer = lazy(async () => ({ default: (await import('./KeptOffer.tsx')).KeptOffer }));
const Scrubber = lazy(async () => ({ default: (await import('./Scrubber.tsx')).Scrubber }));

/** What a phone has room for at a time. */
const pictures = [
  { name: 'circle', label: 'Circle' },
  { name: 'mesh', label: 'Mesh' },
] as const;

/** One run, live: circle and mesh with what drives them, the settings beside, what happened over time below. */
export function LiveView() {
  const kept = useKeptRun() !== undefined;
  const [picture, setPicture] = useState<(typeof pictures)[number]['name']>('circle');
  return (
    <div className={styles.live}>
      <div className={styles.head}>
        <Story />
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
          <Suspense fallback={null}>
            <Mesh />
          </Suspense>
        </div>
      </div>
      <div className={styles.actions}>
        <ActionBar />
      </div>
      <aside className={styles.side} aria-label="Parameters">
        <Suspense fallback={null}>
          <Controls />
        </Suspense>
      </aside>
      <div className={styles.record}>
        <Violations />
        <div className={styles.plots}>
          {[OrderPlot, TokenPlot, MorePlots].map((Plot, i) => (
            // Each by itself: to show them all at once would hold the page up.
            <Suspense key={i} fallback={null}>
              <Plot />
            </Suspense>
          ))}
        </div>
        <div className={styles.scrubber}>
          <Suspense fallback={null}>
            <Scrubber />
          </Suspense>
        </div>
      </div>
    </div>
  );
}
