/** FitzHugh–Nagumo on every agent: the plane of v and w with its nullclines, and what recovery leaves of coupling and order. */
import { useCallback } from 'react';
import type { RecoveryLook } from '../../../lab/dynamics/types.ts';
import { recoveryParameters as p } from '../../../lab/scenario/parameters-dynamics.ts';
import { drawAxes } from '../../bench/axes.ts';
import { Chart, type Sheet } from '../../bench/Chart.tsx';
import { drawDot, drawLine } from '../../bench/marks.ts';
import type { Readout } from '../../bench/Readouts.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { SliderMark } from '../../widgets/SliderMark.tsx';
import { newestLook, onNewLook, setDynamics, useDynamics } from './dynamics-store.ts';
import { NumberSetting } from '../../bench/Settings.tsx';
import { timeAxis } from './time-axis.ts';
import styles from '../../bench/Bench.module.css';

export function RecoveryControls() {
  const settings = useDynamics((state) => state.settings.recovery);
  const hopf = useDynamics((state) => state.looks.recovery?.hopf);
  const set = (change: Partial<typeof settings>): void => {
    setDynamics('recovery', change);
  };
  return (
    <>
      <div>
        <NumberSetting parameter={p.current} value={settings.current} onChange={(current) => set({ current })} />
        <div className={styles['marks']}>
          {hopf?.map((current) => (
            <HopfMark key={current} current={current} />
          ))}
        </div>
      </div>
      <NumberSetting parameter={p.coupling} value={settings.coupling} onChange={(coupling) => set({ coupling })} />
      <NumberSetting parameter={p.noise} value={settings.noise} onChange={(noise) => set({ noise })} />
      <NumberSetting parameter={p.agents} value={settings.agents} onChange={(agents) => set({ agents })} />
    </>
  );
}

function HopfMark({ current }: { readonly current: number }) {
  const text = numberText(current, 3);
  return (
    <SliderMark
      place={(current - p.current.min) / (p.current.max - p.current.min)}
      label={`Hopf ${text}`}
      name={`Hopf point ${text}`}
      help="Here the rest point changes its stability: between the two such currents agents go round for ever."
      formula="1 − v² − b/τ = 0"
    />
  );
}

export function recoveryReadouts({ agents, rows, theory, timeS, goesRound }: RecoveryLook): readonly Readout[] {
  const [first] = agents;
  const last = rows.at(-1);
  return [
    ['Excitation v, agent 0', numberText(first?.v ?? NaN, 2)],
    ['Recovery w, agent 0', numberText(first?.w ?? NaN, 2)],
    ['Its share of K', numberText(100 * (last?.share ?? NaN), 0, '%')],
    ['Share of all', numberText(100 * (last?.meanShare ?? NaN), 0, '%')],
    ['Order r', numberText(last?.order ?? NaN, 3)],
    ['Theory', theory.known ? numberText(theory.value, 3) : goesRound ? 'never at rest' : 'no closed form'],
    ['Time', numberText(timeS, 1, 's')],
  ];
}

export function RecoveryCharts({ look }: { readonly look: RecoveryLook }) {
  return (
    <>
      <Plane look={look} />
      <CouplingOverTime look={look} />
    </>
  );
}

function Plane({ look }: { readonly look: RecoveryLook }) {
  const draw = useCallback((sheet: Sheet) => {
    const newest = newestLook('recovery');
    if (newest === undefined) return;
    const { nullclines, trail, agents, rest, goesRound } = newest;
    const axes = drawAxes(sheet, { domain: [-2.2, 2.2], label: 'excitation v' }, { domain: [-1, 3], label: 'recovery w' });
    drawLine(sheet, axes, nullclines.v, nullclines.cubic, { token: '--series-component-2', dashed: true });
    drawLine(sheet, axes, nullclines.v, nullclines.line, { token: '--series-component-3', dashed: true });
    drawLine(
      sheet,
      axes,
      trail.map(({ v }) => v),
      trail.map(({ w }) => w),
      { token: '--series-component-0', widthPx: 1.5 },
    );
    for (const { v, w } of agents.slice(1)) drawDot(sheet, axes.x(v), axes.y(w), 3, '--series-component-0');
    drawDot(sheet, axes.x(rest.v), axes.y(rest.w), 5, '--ink', goesRound);
    const [first] = agents;
    if (first !== undefined) drawDot(sheet, axes.x(first.v), axes.y(first.w), 5.5, '--accent');
  }, []);
  const { rest, goesRound } = look;
  return (
    <Chart
      name="Excitation and recovery"
      legend={
        <>
          <span className={styles['dashes2']} /> v̇ = 0 <span className={styles['dashes3']} /> ẇ = 0 <span className={styles['accentDot']} />{' '}
          agent 0 <span className={styles['dot']} /> the others
        </>
      }
      summary={`The nullclines meet at v = ${numberText(rest.v, 2)}, w = ${numberText(rest.w, 2)}, where the rest point is ${goesRound ? 'unstable: the agents go round it' : 'stable: the agents go there'}.`}
      draw={draw}
      follow={onNewLook}
    />
  );
}

const shownS = 120;

function CouplingOverTime({ look }: { readonly look: RecoveryLook }) {
  const draw = useCallback((sheet: Sheet) => {
    const newest = newestLook('recovery');
    if (newest === undefined) return;
    const { rows, theory, timeS } = newest;
    const axes = drawAxes(sheet, timeAxis(timeS, shownS), { domain: [0, 1], label: 'share of K, and order r' });
    const times = rows.map((row) => row.timeS);
    if (theory.known)
      drawLine(sheet, axes, axes.x.domain(), [theory.value, theory.value], { token: '--ink-muted', dashed: true, widthPx: 1.5 });
    const lines = [
      [rows.map(({ meanShare }) => meanShare), '--series-component-0', 1.5],
      [rows.map(({ order }) => order), '--ink', 1.5],
      [rows.map(({ share }) => share), '--accent', 2],
    ] as const;
    for (const [values, token, widthPx] of lines) drawLine(sheet, axes, times, values, { token, widthPx });
  }, []);
  const last = look.rows.at(-1);
  return (
    <Chart
      name="Coupling and order"
      legend={
        <>
          <span className={styles['line']} /> share of K, agent 0 <span className={styles['line0']} /> of all{' '}
          <span className={styles['lineInk']} /> order r
          {look.theory.known && (
            <>
              {' '}
              <span className={styles['dashes']} /> theory
            </>
          )}
        </>
      }
      summary={
        last === undefined
          ? 'Being measured.'
          : `Agent 0 has ${numberText(100 * last.share, 0)}% of its coupling, all have ${numberText(100 * last.meanShare, 0)}%; order is ${numberText(last.order, 2)}.`
      }
      draw={draw}
      follow={onNewLook}
    />
  );
}
