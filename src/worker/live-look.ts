/** What is told of a live run, to draw it. */
import type { Run } from '../lab/run/types.ts';
import type { Intervention } from '../lab/scenario/schema.ts';
import { shownCount, shownOscillator } from './frame.ts';
import type { ShownOscillators } from './live-api.ts';
import type { Live } from './live-state.ts';

/** A step behind, so that all that happens within the step is known; a run that stands still is shown where it stands. */
export function smoothS({ run, pace, playing, speed, scenario: { stepS } }: Live, nowMs: number): number {
  return playing ? Math.max(0, run.timeS - stepS + Math.min(stepS, pace.owedS(nowMs, speed))) : run.timeS;
}

export function timesOf({ timeline, scenario: { stepS } }: Live) {
  const { branch, headStep, other } = timeline;
  return { branch, headS: headStep * stepS, otherFromS: (other?.forkStep ?? NaN) * stepS, otherToS: (other?.headStep ?? NaN) * stepS };
}

export function recordedOf({ run }: Live): readonly Intervention[] {
  return run.script.deeds.flatMap(({ isOwn, intervention }) => (isOwn ? [] : [intervention]));
}

export function firstOfEach(violations: Run['violations']): Run['violations'] {
  const firsts = new Map<string, Run['violations'][number]>();
  for (const violation of violations) if (!firsts.has(violation.check)) firsts.set(violation.check, violation);
  return [...firsts.values()];
}

export function shownOscillators(run: Run): ShownOscillators {
  const { oscillators, frequencyRadS, agentStart } = run.field;
  const shown = shownCount(oscillators);
  const agent = new Uint8Array(shown);
  const frequency = new Float32Array(shown);
  let host = 0;
  for (let k = 0; k < shown; k++) {
    const oscillator = shownOscillator(k, oscillators);
    while (oscillator >= (agentStart[host + 1] as number)) host++;
    agent[k] = host;
    frequency[k] = frequencyRadS[oscillator] as number;
  }
  return { agent, frequencyRadS: frequency };
}
