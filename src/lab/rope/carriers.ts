/**
 * The carriers: for every band k one Kuramoto field with an oscillator on each agent. All bands are one field here whose
 * "agents" are the oscillators themselves, at [k·M + a]; the exchange keeps the bands apart and the cut between the agents.
 *
 *   dφ_a = (K/M) Σ_b sin(φ_b − φ_a) dt + σ dW_a     over the agents b that a hears; φ_a is sent as φ_a + p_a θ_k
 *
 * In the naive way the sum is over what is sent, φ_b + p_b θ_k: it pulls (m − n) θ_k to zero, and the positions with it.
 */
import { assert } from '../../base/assert.ts';
import { sincosPhases, wrapPhase } from '../../base/math.ts';
import { createField } from '../../field/field.ts';
import type { MeanField } from '../../field/mean-field.ts';
import { findComponents } from '../../mesh/components.ts';
import { createGroups } from '../../mesh/partition/groups.ts';
import { shapes } from '../../mesh/partition/shapes.ts';
import type { Partition } from '../../mesh/partition/partition.ts';
import type { Carriers, CarrierOptions } from './types.ts';

export function createCarriers({ seed, positions, frequencies, coupled, stepS }: CarrierOptions): Carriers {
  const agents = positions.length;
  const bands = frequencies.length;
  const count = agents * bands;
  assert(agents >= 2 && bands >= 1, 'two agents and a band at least');
  const field = createField({
    seed,
    oscillators: count,
    agents: count,
    frequency: { law: 'identical', centre: 0, width: 0, sampling: 'random' },
    initial: { kind: 'synchronised', r0: 0 },
    scheme: 'euler-maruyama',
    stepS,
  });
  const encoding = Float64Array.from({ length: count }, (_, i) =>
    wrapPhase((positions[i % agents] as number) * (frequencies[Math.floor(i / agents)] as number)),
  );
  const offset = coupled === 'encoded' ? encoding : new Float64Array(count);
  const exchange = createBandExchange(bands, agents, offset, (from, to) => hears(from, to));
  const sent = new Float64Array(count);
  let cut: { readonly partition: Partition; readonly sinceStep: number } | undefined;
  let down: ReadonlySet<number> = new Set();
  let stepsDone = 0;

  function hears(from: number, to: number): boolean {
    if (down.has(from) || down.has(to)) return false;
    return cut === undefined || cut.partition.open(from, to, (stepsDone - cut.sinceStep) * stepS);
  }

  return {
    get stepsDone() {
      return stepsDone;
    },
    get timeS() {
      return stepsDone * stepS;
    },
    get partitioned() {
      return cut !== undefined;
    },
    get groups() {
      const group = new Int32Array(agents);
      const up = Uint8Array.from({ length: agents }, (_, agent) => (down.has(agent) ? 0 : 1));
      let groups = findComponents(up, hears, group);
      return Array.from(group, (its) => (its < 0 ? groups++ : its));
    },
    partition(its) {
      const partition = 'shape' in its ? shapes[its.shape](agents) : createGroups(its.groups, agents);
      cut = { partition, sinceStep: stepsDone };
    },
    heal() {
      cut = undefined;
    },
    setDown(its) {
      down = its;
    },
    advance(steps, coupling, noise) {
      for (let end = stepsDone + steps; stepsDone < end; stepsDone++) {
        exchange.look();
        field.begin(stepsDone, coupling, exchange);
        field.finish(noise);
      }
    },
    transmitted() {
      for (let a = 0; a < agents; a++) {
        for (let k = 0; k < bands; k++) {
          const i = k * agents + a;
          sent[a * bands + k] = wrapPhase((field.phaseRad[i] as number) + (encoding[i] as number));
        }
      }
      return sent;
    },
    order: () => exchange.order(field.agentRe, field.agentIm),
  };
}

/** H of every oscillator: over those of its own band that its agent hears, divided by all M (the paper's K/N). */
function createBandExchange(bands: number, agents: number, offset: Float64Array, hears: (from: number, to: number) => boolean) {
  const sine = new Float64Array(offset.length);
  const cosine = new Float64Array(offset.length);
  sincosPhases(offset, 0, offset.length, sine, cosine);
  const heard = new Uint8Array(agents * agents);
  let whole = true;
  const re = new Float64Array(agents);
  const im = new Float64Array(agents);

  /** z of a band's oscillators with their offsets put on. */
  function take(band: number, agentRe: Float64Array, agentIm: Float64Array): void {
    for (let a = 0; a < agents; a++) {
      const i = band * agents + a;
      const [x, y, c, s] = [agentRe[i] as number, agentIm[i] as number, cosine[i] as number, sine[i] as number];
      re[a] = x * c - y * s;
      im[a] = x * s + y * c;
    }
  }

  function sumHeard(values: Float64Array, to: number): number {
    let sum = 0;
    for (let from = 0; from < agents; from++) if (whole || heard[to * agents + from] === 1) sum += values[from] as number;
    return sum / agents;
  }

  const exchange: MeanField = {
    meanField(_timeS, agentRe, agentIm, outRe, outIm) {
      for (let band = 0; band < bands; band++) {
        take(band, agentRe, agentIm);
        let [x, y] = [sumHeard(re, 0), sumHeard(im, 0)];
        for (let a = 0; a < agents; a++) {
          if (!whole && a > 0) [x, y] = [sumHeard(re, a), sumHeard(im, a)];
          const i = band * agents + a;
          const [c, s] = [cosine[i] as number, sine[i] as number];
          outRe[i] = x * c + y * s;
          outIm[i] = y * c - x * s;
        }
      }
    },
  };
  return {
    ...exchange,
    /** Who hears whom from now on: asked once a step, for all bands alike. */
    look(): void {
      whole = true;
      for (let to = 0; to < agents; to++) {
        for (let from = 0; from < agents; from++) {
          const open = hears(from, to);
          heard[to * agents + from] = open ? 1 : 0;
          whole &&= open;
        }
      }
    },
    order(agentRe: Float64Array, agentIm: Float64Array): number {
      let sum = 0;
      for (let band = 0; band < bands; band++) {
        take(band, agentRe, agentIm);
        const x = re.reduce((total, value) => total + value, 0) / agents;
        const y = im.reduce((total, value) => total + value, 0) / agents;
        sum += Math.sqrt(x * x + y * y);
      }
      return sum / bands;
    },
  };
}
