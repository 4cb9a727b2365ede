/** How long agreement takes, and how far the clocks are apart: for those who ask for them. */
import { useStore } from 'zustand';
import { wholeText } from '../../base/whole-text.ts';
import type { PlotSpec } from './plot-spec.ts';
import { plotStore } from './plot-state.ts';
import { TimePlot } from './TimePlot.tsx';

const text = (value: number, unit: string): string => (Number.isNaN(value) ? '–' : `${wholeText(value)}${unit}`);

const latency: PlotSpec = {
  name: 'Validation latency over time',
  title: 'Validation latency',
  axis: () => 'ms, of the tokens of the last 5 s',
  scale: 'count',
  lines: [
    { label: 'median', column: 'validation_p50_ms', colour: '--series-validated', widthPx: 1.75 },
    { label: '95th percentile', short: 'p95', column: 'validation_p95_ms', colour: '--series-component-4', widthPx: 1.25 },
  ],
  format: (ms) => text(ms, ' ms'),
};

const clocks: PlotSpec = {
  name: 'Clock spread over time',
  title: 'Clock spread',
  axis: () => 'Lamport time, fastest above slowest agent',
  scale: 'count',
  lines: [{ label: 'spread', column: 'clock_spread', colour: '--series-component-3', widthPx: 1.75, filled: true }],
  format: (ticks) => text(ticks, ''),
};

export default function MorePlots() {
  const more = useStore(plotStore, (state) => state.more);
  if (!more) return null;
  return (
    <>
      <TimePlot spec={latency} />
      <TimePlot spec={clocks} />
    </>
  );
}
