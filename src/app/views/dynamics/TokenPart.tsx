/** Phases that step with the tokens beside the same phases on a clock of their own: circles, order, and what the tokens see of a turning. */
import { useCallback } from 'react';
import type { ClockLook, TokenClock, TokenLook } from '../../../lab/dynamics/types.ts';
import { tokenClockParameters as p } from '../../../lab/scenario/parameters-dynamics.ts';
import { drawAxes } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import { drawArrow, drawDot, drawLine } from '../../bench/marks.ts';
import type { Readout } from '../../bench/Readouts.tsx';
import { Button } from '../../widgets/Button.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { SliderMark } from '../../widgets/SliderMark.tsx';
import { newestLook, onNewLook, setDynamics, useDynamics } from './dynamics-store.ts';
import { NumberSetting } from '../../bench/Settings.tsx';
import { timeAxis } from './time-axis.ts';
import styles from '../../bench/Bench.module.css';

export function TokenControls() {
  const settings = useDynamics((state) => state.settings.tokens);
  const set = (change: Partial<typeof settings>): void => {
    setDynamics('tokens', change);
  };
  const place = (rateHz: number): number => (rateHz - p.rate.min) / (p.rate.max - p.rate.min);
  return (
    <>
      <div>
        <NumberSetting parameter={p.rate} value={settings.rate} onChange={(rate) => set({ rate })} />
        <div className={styles['marks']}>
          <SliderMark
            place={place(settings.coupling / 2)}
            label="K/2"
            name={`K/2 = ${numberText(settings.coupling / 2, 1, 'Hz')}`}
            help="Below this rate of tokens a step of 1/f overshoots by more than it corrects."
            formula="1 − K r/f > −1"
          />
        </div>
      </div>
      <NumberSetting parameter={p.coupling} value={settings.coupling} onChange={(coupling) => set({ coupling })} />
      <NumberSetting parameter={p.frequency} value={settings.frequency} onChange={(frequency) => set({ frequency })} />
      <Button
        name={settings.silent ? 'Make tokens again' : 'Fall silent'}
        help="Whether anybody makes tokens: phases that step with them stand still in silence."
        look={settings.silent ? 'accent' : 'plain'}
        onPress={() => set({ silent: !settings.silent })}
      />
    </>
  );
}

export function tokenReadouts({ driven, loop, leastRateHz, aliasRadS, silentS, timeS }: TokenLook): readonly Readout[] {
  return [
    ['Order, token-driven', numberText(driven.order, 3)],
    ['Order, decoupled', numberText(loop.order, 3)],
    ['Least f that holds', numberText(leastRateHz, 1, 'Hz')],
    ['Turning, seen by tokens', numberText(driven.apparentRadS, 2, 'rad/s')],
    ['Its alias in theory', numberText(aliasRadS, 2, 'rad/s')],
    ['Silent for', numberText(silentS, 1, 's')],
    ['Time', numberText(timeS, 1, 's')],
  ];
}

const names: Readonly<Record<TokenClock, string>> = { driven: 'Token-driven, Δt = 1/f', loop: 'Decoupled loop' };

export function TokenCharts({ look }: { readonly look: TokenLook }) {
  return (
    <>
      <Circle of="driven" look={look.driven} />
      <Circle of="loop" look={look.loop} />
      <Orders look={look} />
      <Turning look={look} />
    </>
  );
}

function Circle({ of, look }: { readonly of: TokenClock; readonly look: ClockLook }) {
  const draw = useCallback(
    (sheet: Sheet) => {
      const newest = newestLook('tokens');
      if (newest === undefined) return;
      const { context, widthPx, heightPx, theme } = sheet;
      const { phases, order, psiRad } = newest[of];
      const radius = Math.max(10, Math.min(widthPx, heightPx) / 2 - 20);
      const [midX, midY] = [widthPx / 2, heightPx / 2];
      context.strokeStyle = theme.inkFaint;
      context.lineWidth = 1;
      context.beginPath();
      context.arc(midX, midY, radius, 0, 2 * Math.PI);
      context.stroke();
      const token = of === 'driven' ? '--series-component-1' : '--series-component-0';
      for (const phase of phases) drawDot(sheet, midX + radius * Math.cos(phase), midY - radius * Math.sin(phase), 3.5, token);
      const reach = order * radius;
      drawArrow(sheet, midX, midY, midX + reach * Math.cos(psiRad), midY - reach * Math.sin(psiRad), '--accent');
    },
    [of],
  );
  return (
    <Chart
      name={names[of]}
      legend={
        <>
          <span className={of === 'driven' ? styles['dot1'] : styles['dot']} /> {look.phases.length} phases{' '}
          <span className={styles['line']} /> their mean
        </>
      }
      summary={`Order is ${numberText(look.order, 2)}.`}
      draw={draw}
      follow={onNewLook}
    />
  );
}

const shownS = 20;
/** The swing of a fast phase needs room. */
const turningShownS = 6;

function Orders({ look }: { readonly look: TokenLook }) {
  const draw = useCallback((sheet: Sheet) => {
    const newest = newestLook('tokens');
    if (newest === undefined) return;
    const axes = drawAxes(sheet, timeAxis(newest.timeS, shownS), {
      domain: [0, 1.02],
      label: 'order r',
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
    });
    for (const [of, token] of [
      ['loop', '--series-component-0'],
      ['driven', '--series-component-1'],
    ] as const) {
      const { rows } = newest[of];
      drawLine(
        sheet,
        axes,
        rows.map(({ timeS }) => timeS),
        rows.map(({ order }) => order),
        { token },
      );
    }
  }, []);
  return (
    <Chart
      name="Order"
      legend={<TwoClocks />}
      summary={`Token-driven ${numberText(look.driven.order, 2)}, decoupled ${numberText(look.loop.order, 2)}.`}
      draw={draw}
      follow={onNewLook}
    />
  );
}

function TwoClocks() {
  return (
    <>
      <span className={styles['line1']} /> token-driven <span className={styles['line0']} /> decoupled
    </>
  );
}

function Turning({ look }: { readonly look: TokenLook }) {
  const draw = useCallback((sheet: Sheet) => {
    const newest = newestLook('tokens');
    if (newest === undefined) return;
    const axes = drawAxes(sheet, timeAxis(newest.timeS, turningShownS), { domain: [-1.1, 1.1], label: 'sine of the mean phase' });
    const [first] = axes.x.domain();
    const { loop, driven } = newest;
    drawLine(
      sheet,
      axes,
      loop.rows.map(({ timeS }) => timeS),
      loop.rows.map(({ sine }) => sine),
      { token: '--series-component-0', widthPx: 1.5 },
    );
    const times = driven.rows.map(({ timeS }) => timeS);
    const sines = driven.rows.map(({ sine }) => sine);
    drawLine(sheet, axes, times, sines, { token: '--series-component-1', widthPx: 1.5 });
    for (const [i, timeS] of times.entries())
      if (timeS >= (first ?? 0)) drawDot(sheet, axes.x(timeS), axes.y(sines[i] ?? 0), 3.5, '--series-component-1');
  }, []);
  return (
    <Chart
      name="Turning"
      legend={<TwoClocks />}
      summary={`Seen at the tokens the turning is ${numberText(look.driven.apparentRadS, 1)} rad/s.`}
      draw={draw}
      follow={onNewLook}
    />
  );
}
