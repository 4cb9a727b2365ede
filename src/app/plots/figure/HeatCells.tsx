import type { HeatFigure } from '../../../lab/experiments/types.ts';
import type { Frame } from './scales.ts';
import { heatColour } from './series-colour.ts';

/** The cells of a heat map that are known. */
export function HeatCells({ figure, frame }: { readonly figure: HeatFigure; readonly frame: Frame }) {
  const { xs, ys, cells, range } = figure;
  const { x, y } = frame;
  const [low, high] = range;
  const width = Math.abs(x(xs[1] ?? 1) - x(xs[0] ?? 0));
  const height = Math.abs(y(ys[1] ?? 1) - y(ys[0] ?? 0));
  return (
    <g shapeRendering="crispEdges">
      {cells.map((value, cell) => {
        if (!Number.isFinite(value)) return null;
        const [column, row] = [cell % xs.length, Math.floor(cell / xs.length)];
        return (
          <rect
            key={cell}
            x={x(xs[column] ?? 0) - width / 2}
            y={y(ys[row] ?? 0) - height / 2}
            width={width}
            height={height}
            style={{ fill: heatColour((value - low) / (high - low)) }}
          />
        );
      })}
    </g>
  );
}
