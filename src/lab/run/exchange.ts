/**
 * What each agent knows of the others' phases: the mean field H_a = (1/N) Σ_b n_b ẑ_ab (MODEL of the field, exchange
 * `ideal` or `message`). Here field and mesh meet.
 */
import { cos, sin } from '../../base/math.ts';
import type { MeanField } from '../../field/mean-field.ts';
import type { Mesh } from '../../mesh/types.ts';
import type { Settings } from './settings.ts';

/**
 * @param agentStart shape [M + 1], see `Field`
 * @param settings what holds now
 */
export function createExchange(mesh: Mesh, agentStart: Int32Array, settings: () => Settings): MeanField {
  const agents = agentStart.length - 1;
  const oscillators = agentStart[agents] as number;
  const population = Float64Array.from({ length: agents }, (_, a) => (agentStart[a + 1] as number) - (agentStart[a] as number));
  const { heardRe, heardIm, heardFrequencyRadS, heardSentS } = mesh.board;

  function ideal(re: Float64Array, im: Float64Array, outRe: Float64Array, outIm: Float64Array, byReachable: boolean): void {
    for (let a = 0; a < agents; a++) {
      let sumRe = 0;
      let sumIm = 0;
      let heard = 0;
      for (let b = 0; b < agents; b++) {
        if (!mesh.reaches(b, a)) continue;
        const n = population[b] as number;
        sumRe += n * (re[b] as number);
        sumIm += n * (im[b] as number);
        heard += n;
      }
      write(a, sumRe, sumIm, byReachable ? heard : oscillators, outRe, outIm);
    }
  }

  function byMessage(timeS: number, re: Float64Array, im: Float64Array, outRe: Float64Array, outIm: Float64Array, now: Settings): void {
    for (let a = 0; a < agents; a++) {
      const own = population[a] as number;
      let sumRe = own * (re[a] as number);
      let sumIm = own * (im[a] as number);
      let heard = own;
      for (let b = 0; b < agents; b++) {
        const place = a * agents + b;
        const ageS = timeS - (heardSentS[place] as number);
        if (b === a || ageS > now.staleAfterS) continue;
        const n = population[b] as number;
        const zRe = heardRe[place] as number;
        const zIm = heardIm[place] as number;
        const turn = now.turnForward ? (heardFrequencyRadS[place] as number) * ageS : 0;
        const c = cos(turn);
        const s = sin(turn);
        sumRe += n * (zRe * c - zIm * s);
        sumIm += n * (zRe * s + zIm * c);
        heard += n;
      }
      write(a, sumRe, sumIm, now.normalisation === 'reachable' ? heard : oscillators, outRe, outIm);
    }
  }

  /** An agent that is down couples to nothing: its oscillators run free. */
  function write(a: number, sumRe: number, sumIm: number, divisor: number, outRe: Float64Array, outIm: Float64Array): void {
    const isUp = mesh.up[a] === 1;
    outRe[a] = isUp ? sumRe / divisor : 0;
    outIm[a] = isUp ? sumIm / divisor : 0;
  }

  return {
    meanField(timeS, agentRe, agentIm, outRe, outIm) {
      const now = settings();
      if (now.exchange === 'ideal') ideal(agentRe, agentIm, outRe, outIm, now.normalisation === 'reachable');
      else byMessage(timeS, agentRe, agentIm, outRe, outIm, now);
    },
  };
}
