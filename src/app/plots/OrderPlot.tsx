/** r over time, of the whole and of each component of a partition, beside what theory has each component settle at. */
import { useStore } from 'zustand';
import { plottedComponents, type RowColumn } from '../../worker/frame-rows.ts';
import type { PlotLine, PlotSpec } from './plot-spec.ts';
import { plotStore } from './plot-state.ts';
import { theoryLevels } from './theory-levels.ts';
import { TheoryEntry } from './TheoryEntry.tsx';
import { TimePlot } from './TimePlot.tsx';
import styles from './Plot.module.css';

const subscripts = '₀₁₂₃₄₅';

/** In the colours that the stage gives them, numbered as there. */
const components: readonly PlotLine[] = Array.from({ length: plottedComponents }, (_, c) => ({
  label: `component ${String(c)}`,
  short: `r${subscripts.charAt(c)}`,
  column: `r_component_${String(c)}` as RowColumn,
  colour: `--series-component-${String(c)}`,
  widthPx: 1.25,
  passing: true,
}));

const spec: PlotSpec = {
  name: 'Order parameter over time',
  title: 'Order parameter',
  axis: () => 'r',
  scale: 'unit',
  lines: [{ label: 'whole', column: 'r', colour: '--series-whole', widthPx: 2 }, ...components],
  levels: theoryLevels,
  format: (r) => (Number.isNaN(r) ? '–' : r.toFixed(2)),
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
