/** Four laws of noise: histograms beside their densities, and the clamp as the wrong way. */
import { useCallback } from 'react';
import { powerText } from '../../../base/power-text.ts';
import type { Histogram, NoiseLook } from '../../../lab/dynamics/types.ts';
import { noiseLawParameters as p } from '../../../lab/scenario/parameters-dynamics.ts';
import { drawAxes } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import type { Readout } from '../../bench/Readouts.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { newestLook, onNewLook, setDynamics, useDynamics } from './dynamics-store.ts';
import { NumberSetting } from '../../bench/Settings.tsx';
import styles from '../../bench/Bench.module.css';

export function NoiseControls() {
  const settings = useDynamics((state) => state.settings.noise);
  const set = (change: Partial<typeof settings>): void => {
    setDynamics('noise', change);
  };
  return (
    <>
      <NumberSetting parameter={p.noise} value={settings.noise} onChange={(noise) => set({ noise })} />
      <NumberSetting parameter={p.stepS} value={settings.stepS} onChange={(stepS) => set({ stepS })} />
      <NumberSetting parameter={p.drift} value={settings.drift} onChange={(drift) => set({ drift })} />
      <NumberSetting parameter={p.coupling} value={settings.coupling} onChange={(coupling) => set({ coupling })} />
    </>
  );
}

export function noiseReadouts({ additive, turning, tangent, reflected, clamped, onWall, chance, timeS }: NoiseLook): readonly Readout[] {
  const distance = (of: Histogram): string => (of.distance === undefined ? 'no law' : numberText(of.distance, 3));
  return [
    ['Additive, from its law', distance(additive)],
    ['Turning, off the circle', powerText(turning.off)],
    ['Its tangent, off', powerText(tangent.off)],
    ['Reflected, from its law', distance(reflected)],
    ['Clamped, from that law', distance(clamped)],
    ['Clamped, on the wall', numberText(100 * onWall, 1, '%')],
    ['Chance', numberText(chance, 3)],
    ['Time', numberText(timeS, 1, 's')],
  ];
}

export function NoiseCharts({ look }: { readonly look: NoiseLook }) {
  return (
    <>
      <Density of="additive" name="Additive, on the phase (the paper)" what="phase from the mean, rad" look={look} />
      <Plane look={look} />
      <Density of="reflected" name="Reflected at 1" what="X" look={look} />
      <Density of="clamped" name="Clamped at 1: the wrong way" what="X" look={look} wrong />
    </>
  );
}

interface DensityProps {
  readonly of: 'additive' | 'reflected' | 'clamped';
  readonly name: string;
  readonly what: string;
  readonly look: NoiseLook;
  readonly wrong?: boolean;
}

function Density({ of, name, what, look, wrong = false }: DensityProps) {
  const draw = useCallback(
    (sheet: Sheet) => {
      const newest = newestLook('noise');
      if (newest === undefined) return;
      // The clamp is drawn on the scale of the law that it misses, and a little higher.
      const most = Math.max(1, ...(newest[of].law ?? []), ...(wrong ? [] : newest[of].measured));
      drawHistogram(sheet, newest[of], what, 1.15 * most, wrong ? '--series-component-1' : '--series-component-0');
    },
    [of, what, wrong],
  );
  const { law, distance } = look[of];
  return (
    <Chart
      name={name}
      legend={
        <>
          <span className={wrong ? styles['bar1'] : styles['bar']} /> {look.walkers} walkers{' '}
          {law !== undefined && (
            <>
              <span className={styles['lineInk']} /> density
            </>
          )}
        </>
      }
      summary={
        distance === undefined
          ? 'There is no stationary law at this drift and noise.'
          : `The distribution is ${numberText(distance, 3)} from ${wrong ? 'the reflected law' : 'its law'}; chance allows ${numberText(look.chance, 3)}.`
      }
      draw={draw}
      follow={onNewLook}
    />
  );
}

function drawHistogram(sheet: Sheet, { from, to, measured, law }: Histogram, what: string, most: number, token: string): void {
  const isPhase = from < 0;
  const axes = drawAxes(
    sheet,
    {
      domain: [from, to],
      label: what,
      ...(isPhase
        ? {
            ticks: [-Math.PI, -Math.PI / 2, 0, Math.PI / 2, Math.PI],
            text: (x: number) => ['−π', '−π/2', '0', 'π/2', 'π'][Math.round((2 * x) / Math.PI) + 2] ?? '',
          }
        : {}),
    },
    { domain: [0, most], label: 'density' },
  );
  const { context, theme } = sheet;
  const { x, y, bottom, top } = axes;
  const width = (to - from) / measured.length;
  context.fillStyle = theme.colour(token);
  context.globalAlpha = 0.55;
  for (const [bin, density] of measured.entries()) {
    const [left, right] = [x(from + bin * width), x(from + (bin + 1) * width)];
    const height = Math.max(top, y(density));
    context.fillRect(left + 0.5, height, right - left - 1, bottom - height);
  }
  context.globalAlpha = 1;
  if (law === undefined) return;
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  context.beginPath();
  for (const [bin, density] of law.entries()) {
    context.lineTo(x(from + bin * width), y(density));
    context.lineTo(x(from + (bin + 1) * width), y(density));
  }
  context.stroke();
}

const margin = 1.5;

function Plane({ look }: { readonly look: NoiseLook }) {
  const draw = useCallback((sheet: Sheet) => {
    const newest = newestLook('noise');
    if (newest === undefined) return;
    const { context, widthPx, heightPx, theme } = sheet;
    const radius = Math.min(widthPx, heightPx) / (2 * margin);
    const [midX, midY] = [widthPx / 2, heightPx / 2];
    context.save();
    context.beginPath();
    context.rect(0, 0, widthPx, heightPx);
    context.clip();
    for (const [points, token, size] of [
      [newest.tangent.points, '--series-component-1', 1.6],
      [newest.turning.points, '--series-component-0', 2.2],
    ] as const) {
      context.fillStyle = theme.colour(token);
      context.beginPath();
      for (let i = 0; i < points.length; i += 2) {
        const [x, y] = [midX + radius * (points[i] ?? 0), midY - radius * (points[i + 1] ?? 0)];
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, 2 * Math.PI);
      }
      context.fill();
    }
    context.strokeStyle = theme.inkFaint;
    context.lineWidth = 1;
    context.beginPath();
    context.arc(midX, midY, radius, 0, 2 * Math.PI);
    context.stroke();
    context.restore();
  }, []);
  return (
    <Chart
      name="Multiplicative, turning"
      legend={
        <>
          <span className={styles['dot']} /> dX = (iω − σ²/2)X dt + iσX dW <span className={styles['dot1']} /> its tangent, step by step
        </>
      }
      summary={`Noise that turns is ${look.turning.off < 1e-9 ? 'on the circle' : `off the circle by ${numberText(look.turning.off, 3)}`}; the tangent of its equation is off by ${numberText(look.tangent.off, 2)}.`}
      draw={draw}
      follow={onNewLook}
    />
  );
}
