import { lazy, Suspense } from 'react';
import { ActionBar } from './ActionBar.tsx';
import { Agents } from './Agents.tsx';
import { Readouts } from './Readouts.tsx';
import { StageHost } from './StageHost.tsx';
import { Story } from './Story.tsx';
import { Violations } from './Violations.tsx';
import styles from './LiveView.module.css';

const Controls = lazy(async () => ({ default: (await import('./Controls.tsx')).Controls }));
const OrderPlot = lazy(() => import('../../plots/OrderPlot.tsx'));
const TokenPlot = lazy(() => import('../../plots/TokenPlot.tsx'));

/** One run, live: the stage with what drives it, the settings beside, what happened over time below. */
export function LiveView() {
  return (
    <div className={styles.live}>
      <div className={styles.head}>
        <Story />
        <Readouts />
      </div>
      <div className={styles.stage}>
        <StageHost />
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
        <Agents />
        <div className={styles.plots}>
          <Suspense fallback={null}>
            <OrderPlot />
            <TokenPlot />
          </Suspense>
        </div>
      </div>
    </div>
  );
}
