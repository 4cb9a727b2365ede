/** Coupling that acts late and at an angle: what an exchange gives, held back by τ and turned by −α. */
import { cos, sin } from '../../base/math.ts';
import type { Remembers } from '../../base/remember.ts';
import type { MeanField } from '../../field/mean-field.ts';

/**
 * The mean field H(t − τ) e^{−iα} of an exchange: with the exchange `ideal` the delayed model of Yeung & Strogatz (1999) and the lag
 * of Sakaguchi & Kuramoto (1986). Before there was a past it is as it was at first. Between two boundaries, where a scheme looks at
 * an inner stage, H is interpolated.
 *
 * @param delayS τ, a whole number of steps; @param phaseLagRad α
 */
export function createLate(exchange: MeanField, agents: number, stepS: number, delayS: number, phaseLagRad: number): MeanField & Remembers {
  const delaySteps = Math.round(delayS / stepS);
  if (delaySteps === 0 && phaseLagRad === 0) return { ...exchange, remember: () => undefined };
  const [c, s] = [cos(phaseLagRad), sin(phaseLagRad)];
  const kept = delaySteps + 1;
  const pastRe = new Float64Array(kept * agents);
  const pastIm = new Float64Array(kept * agents);
  const re = new Float64Array(agents);
  const im = new Float64Array(agents);
  let began = false;

  /** Adds a share of H as it stood at a boundary. */
  function add(boundary: number, share: number, outRe: Float64Array, outIm: Float64Array): void {
    const offset = (Math.max(0, boundary) % kept) * agents;
    for (let a = 0; a < agents; a++) {
      const [x, y] = [pastRe[offset + a] as number, pastIm[offset + a] as number];
      outRe[a] = (outRe[a] as number) + share * (x * c + y * s);
      outIm[a] = (outIm[a] as number) + share * (y * c - x * s);
    }
  }

  /** At a boundary, or at the inner stage that stands for one: what is kept of it is written anew. */
  function keep(boundary: number): void {
    const offset = (boundary % kept) * agents;
    pastRe.set(re, offset);
    pastIm.set(im, offset);
    if (began) return;
    began = true;
    for (let place = 1; place < kept; place++) {
      pastRe.set(re, place * agents);
      pastIm.set(im, place * agents);
    }
  }

  return {
    remember(memory) {
      began = memory.value(began);
      memory.all(pastRe, pastIm);
    },
    meanField(timeS, agentRe, agentIm, outRe, outIm) {
      const time = timeS / stepS;
      const boundary = Math.floor(time + 1e-6);
      const beyond = delaySteps === 0 ? 0 : Math.max(0, time - boundary);
      outRe.fill(0);
      outIm.fill(0);
      if (beyond < 1e-6) {
        exchange.meanField(timeS, agentRe, agentIm, re, im);
        keep(boundary);
        add(boundary - delaySteps, 1, outRe, outIm);
      } else {
        add(boundary - delaySteps, 1 - beyond, outRe, outIm);
        add(boundary - delaySteps + 1, beyond, outRe, outIm);
      }
    },
  };
}
