/** Too many events to tell apart: along every lifeline how many there are, what was lost above it, what was validated below. */
import type { CountedEvents, WindowView } from '../../lab/trace/window.ts';
import { xOf, yOf } from './layout.ts';
import type { Picture } from './picture.ts';

export function drawCounts(
  context: CanvasRenderingContext2D,
  { layout, theme, names }: Picture,
  { columns, all, lost, validated }: CountedEvents,
  { from, to }: WindowView,
): void {
  // The window may have moved on since it was counted.
  const start = xOf(layout, from);
  const columnPx = (xOf(layout, to) - start) / columns;
  const most = highest(all);
  const room = Math.max(2, layout.rowPx * 0.42);
  const barPx = Math.max(1, columnPx);
  const bars = (
    counts: Uint32Array,
    colour: string,
    alpha: number,
    place: (y: number, heightPx: number) => number,
    sharePx: number,
  ): void => {
    context.fillStyle = colour;
    context.globalAlpha = alpha;
    for (let row = 0; row < names.length; row++) {
      const y = yOf(layout, row);
      for (let column = 0; column < columns; column++) {
        const count = counts[row * columns + column] as number;
        if (count === 0) continue;
        // A square root: one event is to be seen beside hundreds.
        const heightPx = Math.max(0.75, Math.sqrt(Math.min(1, count / most)) * sharePx);
        context.fillRect(start + column * columnPx, place(y, heightPx), barPx, heightPx);
      }
    }
    context.globalAlpha = 1;
  };
  bars(all, theme.colour('--series-component-0'), 0.8, (y, heightPx) => y - heightPx, room);
  bars(validated, theme.colour('--good'), 0.9, (y) => y + 1, room * 0.8);
  bars(lost, theme.colour('--danger'), 0.9, (y, heightPx) => y + 1 + room * 0.8 - heightPx, room * 0.8);
}

function highest(counts: Uint32Array): number {
  let most = 1;
  for (const count of counts) if (count > most) most = count;
  return most;
}
