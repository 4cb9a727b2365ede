/** The error of the distances beside the least that it can be: over time on carriers, over the size of the phase error without. */
import { useCallback } from 'react';
import type { CurvePoint, ErrorRow, RopeLook } from '../../../lab/rope/types.ts';
import { numberText } from '../../widgets/number-text.ts';
import { drawAxes, type Axes, type Axis } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import styles from '../../bench/Bench.module.css';

/** Powers of ten: an error of a hundredth of a position to one of ten thousand. */
const errorAxis = (errors: readonly number[]): Axis => {
  const powers = errors.filter((error) => error > 0).map((error) => Math.log10(error));
  const low = Math.max(-4, Math.floor(Math.min(-1, ...powers)));
  const high = Math.ceil(Math.max(1, ...powers));
  return {
    domain: [low, high],
    label: 'r.m.s. error, positions',
    ticks: Array.from({ length: high - low + 1 }, (_, i) => low + i),
    text: (power) => (power < 0 ? (10 ** power).toFixed(-power) : String(10 ** power)),
  };
};

interface Line {
  readonly points: readonly (readonly [number, number | undefined])[];
  readonly token: string;
  readonly dashed?: boolean;
}

function drawLines({ context, theme }: Sheet, { x, y, top, bottom, left, right }: Axes, lines: readonly Line[]): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  for (const { points, token, dashed = false } of lines) {
    context.strokeStyle = theme.colour(token);
    context.lineWidth = dashed ? 1.5 : 2;
    context.setLineDash(dashed ? [5, 4] : []);
    context.beginPath();
    let broken = true;
    for (const [at, error] of points) {
      if (error === undefined || !(error > 0)) {
        broken = true;
        continue;
      }
      const height = y(Math.log10(error));
      if (broken) context.moveTo(x(at), height);
      else context.lineTo(x(at), height);
      broken = false;
    }
    context.stroke();
  }
  context.setLineDash([]);
  context.restore();
}

export function ErrorOverTime({
  rows,
  look,
  sumOfSquares,
}: {
  readonly rows: readonly ErrorRow[];
  readonly look: RopeLook;
  readonly sumOfSquares: number;
}) {
  const draw = useCallback(
    (sheet: Sheet) => {
      const lines: readonly Line[] = [
        { points: rows.map((row) => [row.timeS, row.across?.rmsError]), token: '--series-component-1' },
        { points: rows.map((row) => [row.timeS, row.within.rmsError]), token: '--series-component-0' },
        { points: rows.map((row) => [row.timeS, row.within.phaseNoiseRad / Math.sqrt(sumOfSquares)]), token: '--ink-muted', dashed: true },
      ];
      const errors = lines.flatMap(({ points }) => points.map(([, error]) => error ?? 0));
      const last = rows.at(-1)?.timeS ?? 0;
      const first = Math.max(rows[0]?.timeS ?? 0, last - 120);
      const axes = drawAxes(sheet, { domain: [first, Math.max(last, first + 20)], label: 'time of the carriers, s' }, errorAxis(errors));
      drawCuts(sheet, axes, rows);
      drawLines(sheet, axes, lines);
    },
    [rows, sumOfSquares],
  );
  const { across, quality, bound } = look;
  return (
    <Chart
      name="Error against the bound"
      legend={
        <>
          <span className={styles['line0']} /> one side <span className={styles['line1']} /> across the cut{' '}
          <span className={styles['dashes']} /> bound at the measured s; shaded: cut
        </>
      }
      summary={`At ${numberText(look.timeS ?? 0, 1)} s the error is ${numberText(quality.rmsError, 3)} positions, the bound ${numberText(bound, 3)}${across === undefined ? '' : `; across the cut ${numberText(across.rmsError, 1)}`}.`}
      draw={draw}
    />
  );
}

function drawCuts({ context, theme }: Sheet, { x, top, bottom, left }: Axes, rows: readonly ErrorRow[]): void {
  context.fillStyle = theme.band;
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    if (row.across === undefined || next === undefined) continue;
    const from = Math.max(left, x(row.timeS));
    context.fillRect(from, top, Math.max(0, x(next.timeS) - from), bottom - top);
  }
}

export function ErrorOverNoise({ curve, phaseNoiseRad }: { readonly curve: readonly CurvePoint[]; readonly phaseNoiseRad: number }) {
  const draw = useCallback(
    (sheet: Sheet) => {
      const lines: readonly Line[] = [
        { points: curve.map((point) => [point.phaseNoiseRad, point.rmsError]), token: '--series-component-0' },
        { points: curve.map((point) => [point.phaseNoiseRad, point.bound]), token: '--ink-muted', dashed: true },
      ];
      const axes = drawAxes(
        sheet,
        { domain: [0, 1.7], label: 's of a phase difference, rad' },
        errorAxis(lines.flatMap(({ points }) => points.map(([, error]) => error ?? 0))),
      );
      const { context, theme } = sheet;
      const at = axes.x(phaseNoiseRad);
      context.fillStyle = theme.colour('--accent');
      context.fillRect(at - 1, axes.top, 2, axes.bottom - axes.top);
      drawLines(sheet, axes, lines);
      context.fillStyle = theme.colour('--series-component-0');
      for (const { phaseNoiseRad: s, rmsError } of curve) {
        if (rmsError <= 0) continue;
        context.beginPath();
        context.arc(axes.x(s), axes.y(Math.log10(rmsError)), 3, 0, 2 * Math.PI);
        context.fill();
      }
    },
    [curve, phaseNoiseRad],
  );
  const worst = curve.at(-1);
  return (
    <Chart
      name="Error against the bound"
      legend={
        <>
          <span className={styles['line0']} /> measured, {curve[0]?.trials ?? 0} readings a point <span className={styles['dashes']} />{' '}
          bound s/√Σθ² <span className={styles['line']} /> s now
        </>
      }
      summary={
        worst === undefined
          ? 'Being measured.'
          : `At s = ${numberText(worst.phaseNoiseRad, 1)} rad ${numberText(100 * worst.grossShare, 0)}% stand on a wrong peak; the error is ${numberText(worst.rmsError, 1)}, the bound ${numberText(worst.bound, 2)} positions.`
      }
      draw={draw}
    />
  );
}
