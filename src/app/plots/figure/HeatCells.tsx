import type { HeatFigure } from '../../../lab/experiments/types.ts';
import { edgesPx, type Frame } from './scales.ts';
import { heatColour } from './series-colour.ts';

/** The cells of a heat map that are known. */
export function HeatCells({ figure, frame }: { readonly figure: HeatFigure; readonly frame: Frame }) {
  const { xs, ys, cells, range } = figure;
  const [low, high] = range;
  const columns = edgesPx(xs, frame.x);
  const rows = edgesPx(ys, frame.y);
  return (
    <g shapeRendering="crispEdges">
      {cells.map((value, cell) => {
        if (!Number.isFinite(value)) return null;
        const [column, row] = [cell % xs.length, Math.floor(cell / xs.length)];
        const [left = 0, right = 0] = columns.slice(column);
        const [bottom = 0, top = 0] = rows.slice(row);
        return (
          <rect
            key={cell}
            x={left}
            y={top}
            width={right - left}
            height={bottom - top}
            style={{ fill: heatColour((value - low) / (high - low)) }}
          />
        );
      })}
    </g>
  );
}
