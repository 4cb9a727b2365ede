import type { Figure } from '../../../lab/experiments/types.ts';
import { axisTitle, tickFormat } from './number-format.ts';
import { margin, type Frame } from './scales.ts';
import styles from './Figure.module.css';

const pixelsPerTick = { x: 80, y: 48 } as const;

/** Ticks, a quiet grid, titles. */
export function Axes({ figure, frame }: { readonly figure: Figure; readonly frame: Frame }) {
  const { width, height, x, y } = frame;
  const bottom = height - margin.bottom;
  const right = width - margin.right;
  const [countX, countY] = [Math.max(2, (right - margin.left) / pixelsPerTick.x), Math.max(2, bottom / pixelsPerTick.y)];
  const [textX, textY] = [tickFormat(x, countX), tickFormat(y, countY)];
  return (
    <g className={styles.axes} aria-hidden="true">
      {y.ticks(countY).map((value) => (
        <g key={value}>
          <line x1={margin.left} x2={right} y1={y(value)} y2={y(value)} />
          <text x={margin.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {textY(value)}
          </text>
        </g>
      ))}
      {figure.kind === 'intervals'
        ? figure.categories.map((name, index) => (
            <text key={name} x={x(index)} y={bottom + 18} textAnchor="middle">
              {name}
            </text>
          ))
        : x.ticks(countX).map((value) => (
            <g key={value}>
              <line x1={x(value)} x2={x(value)} y1={bottom} y2={bottom + 5} data-tick />
              <text x={x(value)} y={bottom + 18} textAnchor="middle">
                {textX(value)}
              </text>
            </g>
          ))}
      <line x1={margin.left} x2={right} y1={bottom} y2={bottom} data-tick />
      <text className={styles.axisTitle} x={right} y={bottom + 36} textAnchor="end">
        {axisTitle(figure.x)}
      </text>
      <text className={styles.axisTitle} transform={`translate(14 ${String(margin.top)}) rotate(-90)`} textAnchor="end">
        {axisTitle(figure.y)}
      </text>
    </g>
  );
}
