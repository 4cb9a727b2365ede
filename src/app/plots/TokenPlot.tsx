/** What became of the tokens: between those generated and those validated lie the pending. */
import { followedS } from './time-axis.ts';
import type { PlotSpec } from './plot-spec.ts';
import { TimePlot } from './TimePlot.tsx';

const counts = new Intl.NumberFormat('en-GB');

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
  format: (tokens) => counts.format(tokens),
};

export default function TokenPlot() {
  return <TimePlot spec={spec} />;
}
