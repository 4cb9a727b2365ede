/** A field on agents that tire and recover: each scales the pull on its own oscillators by what its recovery variable leaves of it. */
import { at } from '../../base/assert.ts';
import { createField } from '../../field/field.ts';
import { allToAll, type MeanField } from '../../field/mean-field.ts';
import { couplingShare, restPoint, stepExcitation, type Excitation } from '../../field/recovery/fitzhugh-nagumo.ts';

export interface TiredFieldOptions {
  readonly seed: number;
  readonly oscillators: number;
  readonly agents: number;
  readonly stepS: number;
  /** I at the start: agents begin along its cycle, so that not all of them tire at once. */
  readonly current: number;
}

export interface TiredField {
  /** Excitation and recovery of every agent, shape [M]; written in place. */
  readonly states: readonly Excitation[];
  step(current: number, coupling: number, noise: number): void;
  /** r of all oscillators, of one natural frequency. */
  order(): number;
}

/** Between the starts of two agents, in steps. */
const apartSteps = 100;
/** From the rest point: where that is unstable, it leads onto the cycle. */
const nudge = 0.02;

export function createTiredField({ seed, oscillators, agents, stepS, current: startCurrent }: TiredFieldOptions): TiredField {
  const field = createField({
    seed,
    oscillators,
    agents,
    frequency: { law: 'identical', centre: 0, width: 0, sampling: 'random' },
    initial: { kind: 'synchronised', r0: 0 },
    scheme: 'euler-maruyama',
    stepS,
  });
  const states = Array.from({ length: agents }, (_, agent) => {
    const state = { ...restPoint(startCurrent) };
    state.v += nudge;
    for (let n = 0; n < agent * apartSteps; n++) stepExcitation(state, startCurrent, stepS);
    return state;
  });
  const whole = allToAll(field.agentStart);
  const tired: MeanField = {
    meanField(timeS, agentRe, agentIm, outRe, outIm) {
      whole.meanField(timeS, agentRe, agentIm, outRe, outIm);
      for (let agent = 0; agent < agents; agent++) {
        const share = couplingShare(at(states, agent).w);
        outRe[agent] = share * at(outRe, agent);
        outIm[agent] = share * at(outIm, agent);
      }
    },
  };
  let stepsDone = 0;
  return {
    states,
    step(current, coupling, noise) {
      field.begin(stepsDone, coupling, tired);
      field.finish(noise);
      stepsDone++;
      for (const state of states) stepExcitation(state, current, stepS);
    },
    order() {
      let [re, im] = [0, 0];
      for (let agent = 0; agent < agents; agent++) {
        const count = at(field.agentStart, agent + 1) - at(field.agentStart, agent);
        re += count * at(field.agentRe, agent);
        im += count * at(field.agentIm, agent);
      }
      return Math.sqrt(re * re + im * im) / oscillators;
    },
  };
}
