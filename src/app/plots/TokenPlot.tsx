/** What became of the tokens: between those generated and those validated lie the pending. */
import { useStore } from 'zustand';
import { wholeText } from '../../base/whole-text.ts';
import { followedS } from './time-axis.ts';
import type { PlotSpec } from './plot-spec.ts';
import { plotStore } from './plot-state.ts';
import { TimePlot } from './TimePlot.tsx';
import styles from './Plot.module.css';

const spec: PlotSpec = {
  name: 'Tokens over time',
  title: 'Tokens',
  axis: (fromS) => (fromS === 0 ? 'tokens' : `tokens of the last ${followedS} s`),
  scale: 'count',
  lines: [
    { label: 'pending', column: 'tokens_pending', colour: '--series-pending', widthPx: 1.75, filled: true },
    { label: 'validated', column: 'tokens_validated', colour: '--series-validated', widthPx: 1.75, countedFrom: 'tokens_validated' },
    { label: 'generated', column: 'tokens_generated', colour: '--series-generated', widthPx: 1.75, countedFrom: 'tokens_validated' },
  ],
  format: wholeText,
};

export default function TokenPlot() {
  const more = useStore(plotStore, (state) => state.more);
  return (
    <TimePlot spec={spec}>
      <button
        type="button"
        className={styles['toggle']}
        aria-pressed={more}
        onClick={() => {
          plotStore.setState({ more: !more });
        }}
      >
        More plots
      </button>
    </TimePlot>
  );
}
