/** The pair's phase difference in every band, and the line Δ̂θ_k folded into one turn that it should lie on. */
import { useCallback } from 'react';
import type { ReadPair, RopeSettings } from '../../../lab/rope/types.ts';
import { numberText } from '../../widgets/number-text.ts';
import { drawAxes, outlined, type Axes } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import styles from '../../bench/Bench.module.css';

const turn = 2 * Math.PI;
/** Fractions of a band between which the folded line is drawn straight. */
const stepsABand = 24;
/** From here down the line turns faster than a picture can show: only its points are drawn. */
const turnsABandShown = 1.5;

export function LadderChart({ pair, settings }: { readonly pair: ReadPair; readonly settings: RopeSettings }) {
  const { base, dimension } = settings;
  const draw = useCallback(
    (sheet: Sheet) => {
      const { context, theme } = sheet;
      const bands = pair.frequencies.length;
      const axes = drawAxes(
        sheet,
        { domain: [-0.5, bands - 0.5], label: 'band k, fast to slow' },
        {
          domain: [-Math.PI, Math.PI],
          label: 'phase difference ψₖ, rad',
          ticks: [-Math.PI, -Math.PI / 2, 0, Math.PI / 2, Math.PI],
          text: (value) => ({ '-2': '−π', '-1': '−π/2', 0: '0', 1: 'π/2', 2: 'π' })[String(Math.round((2 * value) / Math.PI))] ?? '',
        },
      );
      const theta = (k: number): number => base ** ((-2 * k) / dimension);
      context.setLineDash([4, 4]);
      drawFolded(sheet, axes, (k) => pair.truth * theta(k), theme.inkMuted);
      context.setLineDash([]);
      drawFolded(sheet, axes, (k) => pair.estimate.distance * theta(k), theme.colour('--accent'));
      const { x, y, bottom } = axes;
      context.fillStyle = theme.colour('--accent');
      for (const [k, frequency] of pair.frequencies.entries())
        context.fillRect(x(k) - 5, y(folded(pair.estimate.distance * frequency)) - 1, 10, 2);
      context.fillStyle = theme.colour('--series-component-0');
      for (const [k, psi] of pair.differenceRad.entries()) {
        context.beginPath();
        context.arc(x(k), y(psi), 3.5, 0, turn);
        context.fill();
      }
      // The rungs: how many whole turns each band has made.
      context.textAlign = 'center';
      context.textBaseline = 'bottom';
      context.fillStyle = theme.inkMuted;
      let free = -Infinity;
      for (const [k, turns] of pair.turns.entries()) {
        if (turns === 0 || x(k) < free) continue;
        const text = `${turns > 0 ? '+' : '−'}${String(Math.abs(turns))}`;
        outlined(sheet, text, x(k), bottom - 2);
        free = x(k) + context.measureText(text).width + 6;
      }
    },
    [pair, base, dimension],
  );
  const unfolded = pair.turns.filter((turns) => turns !== 0).length;
  return (
    <Chart
      name="Ladder of phase differences"
      legend={
        <>
          <span className={styles['dot']} /> measured <span className={styles['line']} /> at the estimate{' '}
          <span className={styles['dashes']} /> at the truth; below: whole turns taken out
        </>
      }
      summary={`Agent ${String(pair.agent)} less agent 0: ${String(unfolded)} of ${String(pair.turns.length)} bands have turned at least once; the estimate is ${numberText(pair.estimate.distance, 2)}, the truth ${numberText(pair.truth, 0)}.`}
      draw={draw}
    />
  );
}

function folded(phase: number): number {
  return phase - turn * Math.round(phase / turn);
}

/** A line over the bands, folded into −π … π: it breaks where it leaves at the top and comes in at the bottom. */
function drawFolded({ context }: Sheet, { x, y }: Axes, phaseAt: (k: number) => number, colour: string): void {
  const [first, last] = x.domain() as [number, number];
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  let before = NaN;
  for (let k = first; k <= last; k += 1 / stepsABand) {
    const phase = phaseAt(k);
    const turns = Math.round(phase / turn);
    const visible = Math.abs(phaseAt(k - 0.5) - phaseAt(k + 0.5)) < turnsABandShown * turn;
    if (!visible) before = NaN;
    else {
      if (turns === before) context.lineTo(x(k), y(folded(phase)));
      else context.moveTo(x(k), y(folded(phase)));
      before = turns;
    }
  }
  context.stroke();
}
