/** The whole history in one strip: how much happened when, cuts, what was found, and where the window lies. */
import type { CountedEvents } from '../../lab/trace/window.ts';
import type { Sight } from '../../worker/trace-api.ts';
import type { Pen } from '../drawing/pen.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import type { Layout } from './layout.ts';
import { partingX } from './picture.ts';
import type { TraceState } from './trace-store.ts';

export type Overview = Pick<TraceState, 'window' | 'extent' | 'axis' | 'found' | 'divergence'> & {
  /** Of the diagram above: the strip begins and ends where it does. */
  readonly layout: Layout;
  readonly heightPx: number;
  readonly theme: PlotTheme;
  readonly whole: Sight | undefined;
};

export function drawOverview(pen: Pen, overview: Overview): void {
  const { layout, heightPx, theme, whole, window, extent, axis, found, divergence } = overview;
  const x = (value: number): number => overviewX(overview, value);
  if (whole !== undefined && axis === 'time') {
    pen.fillStyle = theme.band;
    for (const { fromS, toS } of whole.cuts) {
      const from = x(fromS);
      pen.fillRect(from, 0, x(Math.min(toS, extent.to)) - from, heightPx);
    }
  }
  const counted = whole?.view.counted;
  if (whole !== undefined && counted !== undefined) {
    const { columns } = counted;
    const { sums, lostSums, most } = summed(counted);
    const start = x(whole.view.from);
    const columnPx = (x(whole.view.to) - start) / columns;
    pen.fillStyle = theme.colour('--series-component-0');
    pen.globalAlpha = 0.55;
    bars((column) => ((sums[column] ?? 0) / most) * (heightPx - 6), heightPx);
    pen.globalAlpha = 1;
    pen.fillStyle = theme.colour('--danger');
    bars((column) => ((lostSums[column] ?? 0) > 0 ? 2.5 : 0), 2.5);

    // One path: filled one by one, they would take longer than all the diagram.
    function bars(barPx: (column: number) => number, footPx: number): void {
      pen.beginPath();
      for (let column = 0; column < columns; column++) {
        const its = barPx(column);
        if (its > 0) pen.rect(start + column * columnPx, footPx - its, Math.max(1, columnPx), its);
      }
      pen.fill();
    }
  }
  pen.fillStyle = theme.colour('--accent');
  pen.beginPath();
  for (const value of found?.x ?? []) pen.rect(x(value) - 0.5, 3, 1.5, heightPx - 3);
  pen.fill();
  pen.fillStyle = theme.colour('--danger');
  for (const { x: value } of whole?.violations ?? []) pen.fillRect(x(value) - 1, 0, 2, heightPx);
  const [first] = divergence?.partings ?? [];
  if (first !== undefined) {
    pen.fillStyle = theme.colour('--warning');
    pen.fillRect(x(partingX(first)) - 1, 0, 2, heightPx);
  }
  const from = Math.max(layout.left, x(window.from));
  const to = Math.min(layout.right, Math.max(from + 3, x(window.to)));
  pen.fillStyle = theme.surface;
  pen.globalAlpha = 0.55;
  pen.fillRect(layout.left, 0, from - layout.left, heightPx);
  pen.fillRect(to, 0, layout.right - to, heightPx);
  pen.globalAlpha = 1;
  pen.strokeStyle = theme.colour('--accent');
  pen.lineWidth = 1.5;
  pen.strokeRect(from + 0.75, 0.75, Math.max(2, to - from - 1.5), heightPx - 1.5);
}

/** In its first moments a history fills little of the strip. */
export function overviewX({ extent, window, layout }: Pick<Overview, 'extent' | 'window' | 'layout'>, value: number): number {
  const width = Math.max(extent.to - extent.from, window.to - window.from, 1e-9);
  return layout.left + ((value - extent.from) / width) * (layout.right - layout.left);
}

interface Sums {
  readonly of: CountedEvents;
  readonly sums: Uint32Array;
  readonly lostSums: Uint32Array;
  readonly most: number;
}

/** The strip is drawn with every frame, and counted once a second at most. */
let known: Sums | undefined;

function summed(counted: CountedEvents): Sums {
  if (known?.of === counted) return known;
  const { all, lost, columns } = counted;
  const sums = columnSums(all, columns);
  known = { of: counted, sums, lostSums: columnSums(lost, columns), most: Math.max(1, ...sums) };
  return known;
}

function columnSums(counts: Uint32Array, columns: number): Uint32Array {
  const sums = new Uint32Array(columns);
  for (let start = 0; start < counts.length; start += columns) {
    for (let column = 0; column < columns; column++) sums[column] = (sums[column] as number) + (counts[start + column] as number);
  }
  return sums;
}
