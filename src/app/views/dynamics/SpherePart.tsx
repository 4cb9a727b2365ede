/** Kuramoto in D dimensions: the vectors on their sphere, and order against coupling with the jump of odd dimensions. */
import { useCallback, useMemo, useState } from 'react';
import { powerText } from '../../../base/power-text.ts';
import type { SphereLook } from '../../../lab/dynamics/types.ts';
import { sphereParameters as p } from '../../../lab/scenario/parameters-dynamics.ts';
import { drawAxes, outlined } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import { drawDot, drawLine } from '../../bench/marks.ts';
import { numberText } from '../../widgets/number-text.ts';
import { drawBall, type Eye } from './ball.ts';
import { newestLook, onNewLook, setDynamics, useDynamics } from './dynamics-store.ts';
import type { Readout } from '../../bench/Readouts.tsx';
import { ChoiceSetting, NumberSetting } from '../../bench/Settings.tsx';
import { turningOf } from './turning.ts';
import styles from '../../bench/Bench.module.css';

export function SphereControls() {
  const settings = useDynamics((state) => state.settings.sphere);
  const set = (change: Partial<typeof settings>): void => {
    setDynamics('sphere', change);
  };
  return (
    <>
      <NumberSetting parameter={p.dimension} value={settings.dimension} onChange={(dimension) => set({ dimension })} />
      <NumberSetting parameter={p.coupling} value={settings.coupling} onChange={(coupling) => set({ coupling })} />
      <NumberSetting parameter={p.noise} value={settings.noise} onChange={(noise) => set({ noise })} />
      <ChoiceSetting parameter={p.frequencies} value={settings.frequencies} onChange={(frequencies) => set({ frequencies })} />
      <NumberSetting parameter={p.oscillators} value={settings.oscillators} onChange={(oscillators) => set({ oscillators })} />
      <ChoiceSetting parameter={p.start} value={settings.start} onChange={(start) => set({ start })} />
    </>
  );
}

export function sphereReadouts({ order, meanOrder, offSphere, theory, timeS }: SphereLook): readonly Readout[] {
  return [
    ['Order ρ', numberText(order, 3)],
    ['Mean of 10 s', numberText(meanOrder, 3)],
    ['Theory', theory.order.known ? numberText(theory.order.value, 3) : 'no closed form'],
    ['Threshold K_c', theory.threshold.known ? numberText(theory.threshold.value, 3, '1/s') : 'no closed form'],
    ['|x| off 1 by', powerText(offSphere)],
    ['Time', numberText(timeS, 1, 's')],
  ];
}

export function SphereCharts({ look }: { readonly look: SphereLook }) {
  return (
    <>
      <Vectors look={look} />
      <OrderChart look={look} />
    </>
  );
}

const firstEye: Eye = { azimuthRad: 0.6, elevationRad: 0.35 };

function Vectors({ look }: { readonly look: SphereLook }) {
  const { dimension, oscillators } = useDynamics((state) => state.settings.sphere);
  const [eye, setEye] = useState(firstEye);
  const draw = useCallback(
    (sheet: Sheet) => {
      const newest = newestLook('sphere');
      if (newest !== undefined) drawBall(sheet, { dimension, points: newest.points, mean: newest.mean }, eye);
    },
    [dimension, eye],
  );
  const turning = useMemo(() => turningOf('Turn the sphere with the arrow keys', setEye, firstEye), []);
  const where = dimension === 2 ? 'on the circle' : dimension === 3 ? 'on the sphere' : `in ${String(dimension)} dimensions, seen in three`;
  return (
    <Chart
      name="Vectors"
      legend={
        <>
          <span className={styles['dot']} /> {oscillators} unit vectors {where} <span className={styles['line']} /> their mean ρ
        </>
      }
      summary={`${String(oscillators)} unit vectors ${where}; their mean has length ${numberText(look.order, 2)}.`}
      draw={draw}
      follow={onNewLook}
      {...(dimension === 2 ? {} : { turning })}
    />
  );
}

function OrderChart({ look }: { readonly look: SphereLook }) {
  const { coupling, dimension } = useDynamics((state) => state.settings.sphere);
  const draw = useCallback(
    (sheet: Sheet) => {
      const newest = newestLook('sphere');
      if (newest === undefined) return;
      const { theory, measured, meanOrder, order, mostCoupling } = newest;
      const axes = drawAxes(
        sheet,
        { domain: [0, Math.max(mostCoupling, coupling)], label: 'coupling K, 1/s' },
        { domain: [0, 1], label: 'order ρ' },
      );
      const { context, theme } = sheet;
      if (theory.threshold.known && theory.threshold.value > 0) {
        const at = axes.x(theory.threshold.value);
        drawLine(sheet, axes, [theory.threshold.value, theory.threshold.value], [0, 1], { token: '--ink-faint', dashed: true, widthPx: 1 });
        context.fillStyle = theme.inkMuted;
        context.textAlign = 'left';
        context.textBaseline = 'middle';
        if (at < axes.right - 30) outlined(sheet, 'K', at + 5, axes.top + 12, 'c');
      }
      if (theory.curve !== undefined)
        drawLine(sheet, axes, theory.curve.coupling, theory.curve.order, { token: '--ink-muted', dashed: true });
      if (theory.jump !== undefined) {
        drawDot(sheet, axes.left, axes.y(theory.jump), 4.5, '--ink', true);
        context.fillStyle = theme.ink;
        context.textAlign = 'left';
        context.textBaseline = 'bottom';
        outlined(sheet, `jump to ${String(theory.jump)}`, axes.left + 9, axes.y(theory.jump) - 6);
      }
      for (const [i, k] of measured.coupling.entries())
        drawDot(sheet, axes.x(k), axes.y(measured.order[i] ?? 0), 3.5, '--series-component-0');
      // The whole swing of the last seconds would hide the rest: a thin mark for now, a point for their mean.
      drawDot(sheet, axes.x(coupling), axes.y(order), 4, '--accent', true);
      drawDot(sheet, axes.x(coupling), axes.y(meanOrder), 5.5, '--accent');
    },
    [coupling],
  );
  const { theory, measured } = look;
  const lowest = measured.order.at(-1);
  return (
    <Chart
      name="Order against coupling"
      legend={
        <>
          {theory.curve !== undefined && (
            <>
              <span className={styles['dashes']} /> theory{' '}
            </>
          )}
          <span className={styles['dot']} /> measured, 256 vectors <span className={styles['accentDot']} /> here
        </>
      }
      summary={`D = ${String(dimension)}: at K = ${numberText(coupling, 2)} order is ${numberText(look.meanOrder, 2)}.${lowest === undefined ? '' : ` The weakest coupling measured, ${numberText(measured.coupling.at(-1) ?? NaN, 2)}, has ${numberText(lowest, 2)}.`}`}
      draw={draw}
      follow={onNewLook}
    />
  );
}
