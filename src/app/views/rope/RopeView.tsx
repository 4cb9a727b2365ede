/** Positions on phases and the way back: what is sent, what is read from it, and how good that can be. */
import { useEffect } from 'react';
import type { RopeLook } from '../../../lab/rope/types.ts';
import { Readouts, type Readout } from '../../bench/Readouts.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { ErrorOverNoise, ErrorOverTime } from './ErrorChart.tsx';
import { LadderChart } from './LadderChart.tsx';
import { LikelihoodChart } from './LikelihoodChart.tsx';
import { PositionsChart } from './PositionsChart.tsx';
import { MeshActions, RopeActions, RopeControls } from './RopeControls.tsx';
import { openRope, useRope } from './rope-store.ts';
import styles from '../../bench/Bench.module.css';

export function RopeView() {
  useEffect(openRope, []);
  const look = useRope((state) => state.look);
  const source = useRope((state) => state.settings.source);
  const loss = useRope((state) => state.loss);
  return (
    <div className={styles['view']}>
      <section className={styles['head']} aria-label="Verdict">
        <p className={styles['claim']}>
          The paper claims “that relative distances can be dynamically mapped back into distributed phase space”. Every agent turns band k
          by its position times θ<sub>k</sub>; from the difference of two agents’ phases their distance is read back.
        </p>
        {/* Four times a second is too often to be read aloud. */}
        <p className={styles['verdict']} role="status" aria-live="off" aria-label="Verdict" data-tone={look?.verdict.tone}>
          {loss === undefined
            ? (look?.verdict.text ?? 'Being measured …')
            : `The laboratory of this view stopped: ${loss}. Open another view and come back.`}
        </p>
        {source === 'carriers' && <RopeActions />}
        {source === 'mesh' && <MeshActions />}
      </section>
      <aside className={styles['side']} aria-label="Parameters of Inverse-RoPE">
        <RopeControls />
        {look !== undefined && <RopeReadouts look={look} />}
      </aside>
      <div className={styles['charts']}>{look !== undefined && <Charts look={look} />}</div>
    </div>
  );
}

function Charts({ look }: { readonly look: RopeLook }) {
  const settings = useRope((state) => state.settings);
  const curve = useRope((state) => state.curve);
  const sumOfSquares = look.pair.frequencies.reduce((sum, theta) => sum + theta * theta, 0);
  return (
    <>
      <PositionsChart look={look} span={settings.span} />
      <LadderChart pair={look.pair} settings={settings} />
      <LikelihoodChart pair={look.pair} />
      {look.timeS === undefined ? (
        <ErrorOverNoise curve={curve} phaseNoiseRad={settings.source === 'exact' ? 0 : settings.phaseNoiseRad} />
      ) : (
        <ErrorOverTime rows={look.rows} look={look} sumOfSquares={sumOfSquares} />
      )}
    </>
  );
}

function RopeReadouts({ look }: { readonly look: RopeLook }) {
  const { pair, quality, bound, order, timeS, positions } = look;
  const run = useRope((state) => state.run);
  const rows: readonly Readout[] = [
    ['Distance, true', numberText(pair.truth, 0)],
    ['Distance, read', numberText(pair.estimate.distance, 3)],
    ['Error, all pairs', `${numberText(quality.rmsError, 3)} r.m.s.`],
    ['Bound', numberText(bound, 3)],
    ['Phase error s', numberText(quality.phaseNoiseRad, 3, 'rad')],
    ...(order === undefined || timeS === undefined
      ? []
      : ([
          ['Order of the carriers', numberText(order, 3)],
          ['Time', numberText(timeS, 1, 's')],
        ] as const)),
    ...(run === undefined
      ? []
      : ([
          ['Time of the run', numberText(run.timeS, 1, 's')],
          ['Agents of the run', String(positions.length)],
        ] as const)),
  ];
  return <Readouts rows={rows} />;
}
