/** r over time, of the whole and of its largest component, beside what theory has each component settle at. */
import { useStore } from 'zustand';
import type { PlotSpec } from './plot-spec.ts';
import { plotStore } from './plot-state.ts';
import { theoryLevels } from './theory-levels.ts';
import { TheoryEntry } from './TheoryEntry.tsx';
import { TimePlot } from './TimePlot.tsx';
import styles from './Plot.module.css';

const spec: PlotSpec = {
  name: 'Order parameter over time',
  title: 'Order parameter',
  axis: () => 'r',
  scale: 'unit',
  lines: [
    { label: 'whole', column: 'r', colour: '--series-whole', widthPx: 2 },
    { label: 'largest component', short: 'largest', column: 'r_largest', colour: '--series-component-0', widthPx: 1.25 },
  ],
  levels: theoryLevels,
  format: (r) => r.toFixed(2),
};

export default function OrderPlot() {
  const whole = useStore(plotStore, (state) => state.whole);
  const zoomed = useStore(plotStore, (state) => state.zoom !== undefined);
  return (
    <TimePlot spec={spec} entries={<TheoryEntry />}>
      {zoomed && (
        <button
          type="button"
          className={styles['toggle']}
          onClick={() => {
            plotStore.setState({ zoom: undefined });
          }}
        >
          Reset zoom
        </button>
      )}
      <button
        type="button"
        className={styles['toggle']}
        aria-pressed={whole}
        onClick={() => plotStore.setState({ whole: !whole, zoom: undefined, cursorS: undefined })}
      >
        Whole run
      </button>
    </TimePlot>
  );
}
