/** Agents that tire and recover, live: all of them in the plane of v and w, and what that does to coupling and order. */
import {
  couplingShare,
  cubicNullcline,
  hopfCurrents,
  lineNullcline,
  restPoint,
  stepExcitation,
  type Excitation,
} from '../../field/recovery/fitzhugh-nagumo.ts';
import { known, unknown, type Answer } from '../../field/theory/answer.ts';
import { stationaryOrder } from '../../field/theory/stationary-order.ts';
import { createSteps, type Steps } from './steps.ts';
import { createTiredField, type TiredField } from './tired-field.ts';
import type { Bench, Point, RecoveryLook, RecoveryRow, RecoverySettings, Verdict } from './types.ts';

const seed = 42;
const stepS = 0.02;
const oscillatorsAnAgent = 32;
const warmUpSteps = 5_000;
/** A row of history is kept every so many steps, so many of them: two minutes. */
const rowSteps = 10;
const mostRows = 600;
/** Places of agent 0 that are kept, one a row: its last cycle. */
const mostTrail = 250;
const nullclineV: readonly number[] = Array.from({ length: 89 }, (_, i) => -2.2 + i * 0.05);
/** What is left of order by chance, and how far theory may be off. */
const tolerance = 0.06;

interface Parts {
  readonly agents: number;
  readonly field: TiredField;
  readonly steps: Steps;
  readonly rows: RecoveryRow[];
  readonly trail: Point[];
}

export function createRecoveryBench(): Bench<RecoverySettings, RecoveryLook> {
  let parts: Parts | undefined;

  function partsOf({ agents, current }: RecoverySettings): Parts {
    if (parts?.agents === agents) return parts;
    const field = createTiredField({ seed, oscillators: agents * oscillatorsAnAgent, agents, stepS, current });
    // Round the cycle a few times, or to rest: nobody is to wait for it.
    for (const state of field.states) for (let n = 0; n < warmUpSteps; n++) stepExcitation(state, current, stepS);
    parts = { agents, field, steps: createSteps(stepS), rows: [], trail: [] };
    return parts;
  }

  return {
    look(settings, advanceS) {
      const its = partsOf(settings);
      advance(its, settings, advanceS);
      const { current } = settings;
      const [low, high] = hopfCurrents();
      const goesRound = current > low && current < high;
      const theory = orderAtRest(settings, goesRound);
      return {
        timeS: its.steps.timeS,
        agents: its.field.states.map(({ v, w }) => ({ v, w })),
        trail: [...its.trail],
        rest: restPoint(current),
        hopf: [low, high],
        goesRound,
        nullclines: {
          v: nullclineV,
          cubic: nullclineV.map((v) => cubicNullcline(v, current)),
          line: nullclineV.map((v) => lineNullcline(v)),
        },
        rows: [...its.rows],
        theory,
        verdict: judge(settings, its.rows, theory),
      };
    },
    restart() {
      parts = undefined;
    },
  };
}

function advance({ field, steps, rows, trail }: Parts, { current, coupling, noise }: RecoverySettings, advanceS: number): void {
  const from = steps.done;
  const count = steps.take(advanceS);
  for (let n = 1; n <= count; n++) {
    field.step(current, coupling, noise);
    if ((from + n) % rowSteps !== 0) continue;
    const first = field.states[0] as Excitation;
    rows.push({
      timeS: (from + n) * stepS,
      share: couplingShare(first.w),
      meanShare: field.states.reduce((sum, { w }) => sum + couplingShare(w), 0) / field.states.length,
      order: field.order(),
    });
    if (rows.length > mostRows) rows.shift();
    trail.push({ v: first.v, w: first.w });
    if (trail.length > mostTrail) trail.shift();
  }
}

function orderAtRest({ current, coupling, noise }: RecoverySettings, goesRound: boolean): Answer {
  if (goesRound) return unknown('Between the Hopf points coupling never rests, and neither does order.');
  const left = coupling * couplingShare(restPoint(current).w);
  const answer = stationaryOrder({ law: 'identical', widthRadS: 0, noise }, left);
  if (!answer.known) return answer;
  return known(answer.value, { ...answer, formula: `${answer.formula}, with K/(1 + e^{−4(w − ½)}) at the rest point` });
}

function judge({ current, coupling, noise }: RecoverySettings, rows: readonly RecoveryRow[], theory: Answer): Verdict {
  const [low, high] = hopfCurrents();
  const recent = rows.slice(-mostTrail);
  const [least, most] = [Math.min(...recent.map(({ share }) => share)), Math.max(...recent.map(({ share }) => share))];
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  const last = recent.at(-1);
  if (last === undefined) return { tone: 'partly', text: 'Being measured …' };
  if (!theory.known) {
    const critical = noise * noise;
    const crossing =
      coupling * least < critical && coupling * most > critical
        ? ` It crosses the threshold σ² = ${critical.toFixed(2)} on the way, so its oscillators are let go and caught again.`
        : '';
    const text = `I = ${current.toFixed(2)} lies between the Hopf points ${low.toFixed(3)} and ${high.toFixed(3)}: agent 0 goes round, and has ${percent(least)} to ${percent(most)} of its coupling.${crossing}`;
    return { tone: 'holds', text };
  }
  const left = percent(couplingShare(restPoint(current).w));
  const order = recent.slice(-50).reduce((sum, row) => sum + row.order, 0) / Math.min(50, recent.length);
  const agrees = Math.abs(order - theory.value) < tolerance + (theory.value === 0 ? 0.1 : 0);
  const text = `I = ${current.toFixed(2)} lies outside of the Hopf points ${low.toFixed(3)} and ${high.toFixed(3)}: all come to rest, with ${left} of their coupling. r is ${order.toFixed(2)}, theory has ${theory.value.toFixed(2)} there${agrees ? '' : '; it has not settled yet'}.`;
  return { tone: agrees ? 'holds' : 'partly', text };
}
