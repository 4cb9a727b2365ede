/** Too many events to tell apart: along every lifeline how many there are, what was lost above it, what was validated below. */
import type { CountedEvents, WindowView } from '../../lab/trace/window.ts';
import { xOf, yOfRow } from './layout.ts';
import type { Pen, Picture } from './picture.ts';

export function drawCounts(pen: Pen, { layout, theme }: Picture, counted: CountedEvents, { from, to }: WindowView): void {
  const { columns, all, lost, validated } = counted;
  // The window may have moved on since it was counted.
  const start = xOf(layout, from);
  const columnPx = (xOf(layout, to) - start) / columns;
  const room = Math.max(2, layout.rowPx * 0.42);
  const [allLanes, lostLanes, validatedLanes] = [all, lost, validated].map((counts) => byLane(counts, columns, layout)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const most = highest(allLanes);
  const bars = (
    counts: Uint32Array,
    colour: string,
    alpha: number,
    sharePx: number,
    place: (y: number, heightPx: number) => number,
  ): void => {
    pen.fillStyle = colour;
    pen.globalAlpha = alpha;
    pen.beginPath();
    for (let row = 0; row < layout.lanes.length; row++) {
      const y = yOfRow(layout, row);
      // Neighbours of one height are one bar: half a pixel is not seen.
      let begin = 0;
      let level = levelOf(counts[row * columns] as number);
      for (let column = 1; column <= columns; column++) {
        const next = column < columns ? levelOf(counts[row * columns + column] as number) : -1;
        if (next === level) continue;
        if (level > 0) pen.rect(start + begin * columnPx, place(y, level / 2), Math.max(1, (column - begin) * columnPx), level / 2);
        begin = column;
        level = next;
      }
    }
    pen.fill();
    pen.globalAlpha = 1;

    /** In halves of pixels. A square root: one event is to be seen beside hundreds. */
    function levelOf(count: number): number {
      return count === 0 ? 0 : Math.max(2, Math.round(2 * Math.sqrt(Math.min(1, count / most)) * sharePx));
    }
  };
  bars(allLanes, theme.colour('--series-component-0'), 0.8, room, (y, heightPx) => y - heightPx);
  bars(validatedLanes, theme.colour('--good'), 0.9, room * 0.8, (y) => y + 1);
  bars(lostLanes, theme.colour('--danger'), 0.9, room * 0.8, (y, heightPx) => y + 1 + room * 0.8 - heightPx);
}

/** Shape [lanes × columns]: what is hidden is left out, what is folded is added up. */
function byLane(counts: Uint32Array, columns: number, { lanes }: Picture['layout']): Uint32Array {
  const sums = new Uint32Array(lanes.length * columns);
  lanes.forEach(({ agents }, row) => {
    for (const agent of agents) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        sums[cell] = (sums[cell] as number) + (counts[agent * columns + column] as number);
      }
    }
  });
  return sums;
}

function highest(counts: Uint32Array): number {
  let most = 1;
  for (const count of counts) if (count > most) most = count;
  return most;
}
