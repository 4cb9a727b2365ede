/** Where the agents stand and where agent 0 reads them to stand. */
import { useCallback } from 'react';
import type { RopeLook } from '../../../lab/rope/types.ts';
import { numberText } from '../../widgets/number-text.ts';
import { drawAxes } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import styles from '../../bench/Bench.module.css';

const groupColours = ['--series-component-0', '--series-component-1', '--series-component-2', '--series-component-3'] as const;
const dotPx = 3.5;

export function PositionsChart({ look, span }: { readonly look: RopeLook; readonly span: number }) {
  const { positions, read, groups, pair } = look;
  const draw = useCallback(
    (sheet: Sheet) => {
      const { context, theme } = sheet;
      const reach = Math.max(span, ...read.map(Math.abs), ...read);
      const last = positions.length - 1;
      const { x, y, left, right } = drawAxes(
        sheet,
        { domain: [Math.min(0, ...read), reach], label: 'position' },
        {
          domain: [last + 0.6, -0.6],
          label: 'agent',
          ticks: last < 20 ? positions.map((_, a) => a) : [0, 10, 20, 30, 40, 50, 60].filter((a) => a <= last),
        },
      );
      context.fillStyle = theme.colour('--accent-soft');
      const rowPx = Math.abs(y(1) - y(0));
      context.fillRect(left, y(pair.agent) - rowPx / 2, right - left, rowPx);
      positions.forEach((position, a) => {
        const colour = theme.colour(groupColours[(groups[a] ?? 0) % groupColours.length] ?? groupColours[0]);
        const found = read[a] ?? NaN;
        context.strokeStyle = colour;
        context.fillStyle = colour;
        context.globalAlpha = 0.5;
        context.lineWidth = 1.5;
        context.beginPath();
        context.moveTo(x(position), y(a));
        context.lineTo(x(found), y(a));
        context.stroke();
        context.globalAlpha = 1;
        context.beginPath();
        context.arc(x(found), y(a), dotPx, 0, 2 * Math.PI);
        context.fill();
        context.strokeStyle = theme.ink;
        context.lineWidth = 2;
        context.beginPath();
        context.moveTo(x(position), y(a) - 5);
        context.lineTo(x(position), y(a) + 5);
        context.stroke();
      });
    },
    [positions, read, groups, pair.agent, span],
  );
  const worst = Math.max(...read.map((found, a) => Math.abs(found - (positions[a] ?? NaN))));
  return (
    <Chart
      name="Positions"
      legend={
        <>
          <span className={styles['tick']} /> true <span className={styles['dot']} /> read from agent 0; coloured by component
        </>
      }
      summary={`${String(positions.length)} agents; the reading that is furthest off is off by ${numberText(worst, 2)} positions.`}
      draw={draw}
    />
  );
}
