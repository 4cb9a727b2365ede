import type { Figure, Mark } from '../../../lab/experiments/types.ts';
import { Axes } from './Axes.tsx';
import type { Cursor } from './cursor.ts';
import { HeatCells } from './HeatCells.tsx';
import { IntervalMarks } from './IntervalMarks.tsx';
import { MathSpans } from './MathSpans.tsx';
import type { Frame } from './scales.ts';
import { seriesColours } from './series-colour.ts';
import { SeriesMarks } from './SeriesMarks.tsx';
import styles from './Figure.module.css';

interface DrawingProps {
  readonly figure: Figure;
  readonly frame: Frame;
  readonly hidden: readonly string[];
  readonly cursor: Cursor | undefined;
}

/** What stands within the SVG: spans and cells, axes, series, marks, the cursor. */
export function Drawing({ figure, frame, hidden, cursor }: DrawingProps) {
  const { x, top, bottom } = frame;
  const colours = seriesColours(figure.series);
  return (
    <>
      {figure.kind === 'lines' &&
        figure.spans.map(({ label, from, to }) => (
          <g key={label + String(from)}>
            <rect className={styles.span} x={x(from)} y={top} width={Math.max(0, x(to) - x(from))} height={bottom - top} />
            <text className={styles.markText} x={x(from) + 4} y={top - 6}>
              {label}
            </text>
          </g>
        ))}
      {figure.kind === 'heat' && <HeatCells figure={figure} frame={frame} />}
      <Axes figure={figure} frame={frame} />
      {figure.kind !== 'heat' && <Marks marks={figure.marks} frame={frame} />}
      {figure.kind === 'intervals' ? (
        <IntervalMarks figure={figure} frame={frame} colours={colours} hidden={hidden} />
      ) : (
        figure.series.map((series, index) =>
          hidden.includes(series.name) ? null : (
            <SeriesMarks
              key={series.name}
              series={series}
              frame={frame}
              colour={figure.kind === 'heat' ? 'var(--ink)' : (colours[index] ?? '')}
            />
          ),
        )
      )}
      {cursor !== undefined && <CursorMark figure={figure} frame={frame} cursor={cursor} />}
    </>
  );
}

function Marks({ marks, frame: { x, top, bottom } }: { readonly marks: readonly Mark[]; readonly frame: Frame }) {
  return marks.map(({ label, x: place }) => (
    <g key={label}>
      <line className={styles.mark} x1={x(place)} x2={x(place)} y1={top} y2={bottom} />
      <text className={styles.markText} x={x(place)} y={top - 6} textAnchor="middle">
        <MathSpans>{label}</MathSpans>
      </text>
    </g>
  ));
}

function CursorMark({ figure, frame, cursor }: { readonly figure: Figure; readonly frame: Frame; readonly cursor: Cursor }) {
  const { x, y, left, right, top, bottom } = frame;
  if (figure.kind === 'heat') return <circle className={styles.cell} cx={x(cursor.x)} cy={y(cursor.y ?? 0)} r={5} data-cursor />;
  if (figure.kind === 'intervals')
    return <rect className={styles.row} x={left} y={y(cursor.x - 0.5)} width={right - left} height={y(1) - y(0)} data-cursor />;
  return <line className={styles.cursor} x1={x(cursor.x)} x2={x(cursor.x)} y1={top} y2={bottom} data-cursor />;
}
