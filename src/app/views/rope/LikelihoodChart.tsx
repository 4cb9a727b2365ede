/** How well every distance agrees with the phase differences, and the peaks that could be mistaken for the highest one. */
import { useCallback } from 'react';
import type { ReadPair } from '../../../lab/rope/types.ts';
import { numberText } from '../../widgets/number-text.ts';
import { drawAxes, outlined } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import styles from '../../bench/Bench.module.css';

export function LikelihoodChart({ pair }: { readonly pair: ReadPair }) {
  const draw = useCallback(
    (sheet: Sheet) => {
      const { context, theme } = sheet;
      const { scores, firstDistance, distanceStep, truth, estimate, aliases } = pair;
      const lowest = Math.min(-0.3, ...scores);
      const { x, y, top, bottom, left, right } = drawAxes(
        sheet,
        { domain: [firstDistance, firstDistance + distanceStep * (scores.length - 1)], label: 'distance Δ, positions' },
        { domain: [lowest, 1.05], label: 'mean of cos(ψₖ − Δθₖ)' },
      );
      context.strokeStyle = theme.inkMuted;
      context.setLineDash([4, 4]);
      context.beginPath();
      context.moveTo(x(truth), bottom);
      context.lineTo(x(truth), top);
      context.stroke();
      context.setLineDash([]);

      // Of all points on one pixel the lowest and the highest can be seen.
      context.strokeStyle = theme.colour('--series-component-0');
      context.lineWidth = 1;
      context.beginPath();
      const perPixel = scores.length / (right - left);
      for (let px = 0; px < right - left; px++) {
        const part = scores.subarray(Math.floor(px * perPixel), Math.floor((px + 1) * perPixel) + 1);
        context.lineTo(left + px, y(Math.min(...part)));
        context.lineTo(left + px, y(Math.max(...part)));
      }
      context.stroke();

      context.strokeStyle = theme.colour('--series-component-1');
      context.lineWidth = 1.5;
      for (const { distance, score } of aliases) {
        context.beginPath();
        context.arc(x(distance), y(score), 4, 0, 2 * Math.PI);
        context.stroke();
      }
      context.fillStyle = theme.colour('--accent');
      context.beginPath();
      context.arc(x(estimate.distance), y(estimate.score), 5, 0, 2 * Math.PI);
      context.fill();
      context.textBaseline = 'middle';
      const onLeft = x(estimate.distance) > (left + right) / 2;
      context.textAlign = onLeft ? 'right' : 'left';
      context.fillStyle = theme.ink;
      outlined(sheet, `Δ̂ = ${numberText(estimate.distance, 2)}`, x(estimate.distance) + (onLeft ? -10 : 10), y(estimate.score));
    },
    [pair],
  );
  const second = pair.aliases[0];
  return (
    <Chart
      name="Likelihood of the distance"
      legend={
        <>
          <span className={styles['accentDot']} /> estimate <span className={styles['ring']} /> aliases{' '}
          <span className={styles['dashes']} /> truth
        </>
      }
      summary={`Highest at ${numberText(pair.estimate.distance, 2)} with ${numberText(pair.estimate.score, 3)}; the truth is ${numberText(pair.truth, 0)}.${second === undefined ? '' : ` The next peak, at ${numberText(second.distance, 1)}, has ${numberText(second.score, 3)}.`}`}
      draw={draw}
    />
  );
}
