/** All that one drawing of the diagram shows. */
import type { Axis } from '../../lab/trace/types.ts';
import type { CutVerdict, EventDetails, Sight } from '../../worker/trace-api.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import type { Layout } from './layout.ts';

export interface Picture {
  readonly layout: Layout;
  readonly theme: PlotTheme;
  readonly axis: Axis;
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly sight: Sight | undefined;
  readonly chosen: EventDetails | undefined;
  readonly cut: Float64Array | undefined;
  readonly verdict: CutVerdict | undefined;
  readonly foundX: Float64Array | undefined;
}

export function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
