/** All that one drawing of a history shows, and what it is drawn with. */
import type { Axis } from '../../lab/trace/types.ts';
import type { CutVerdict, EventDetails, PartingAt, Sight } from '../../worker/trace-api.ts';
import type { Pen } from '../drawing/pen.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import type { Layout } from './layout.ts';

export interface Picture {
  readonly layout: Layout;
  readonly theme: PlotTheme;
  readonly axis: Axis;
  /** Of what stands below the axis; empty where it is counted in whole numbers. */
  readonly unit: '' | ' s';
  /** What stands above it, where there are several. */
  readonly title: string | undefined;
  readonly kinds: readonly string[];
  readonly sight: Sight | undefined;
  readonly chosen: EventDetails | undefined;
  readonly cut: Float64Array | undefined;
  readonly verdict: CutVerdict | undefined;
  readonly foundX: Float64Array | undefined;
  /** Where its lifelines part from the other history, and which of the two it is. */
  readonly partings: readonly PartingAt[];
  readonly side: 0 | 1;
}

export function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** Where two lifelines part: at the first thing that one of them has and the other has not. */
export function partingX({ x }: Pick<PartingAt, 'x'>): number {
  return Math.min(...x.filter((value) => !Number.isNaN(value)));
}
