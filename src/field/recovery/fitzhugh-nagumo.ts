/**
 * Decay and recovery: FitzHugh (Biophys. J. 1 (1961) 445) and Nagumo et al. (Proc. IRE 50 (1962) 2061),
 *
 *   v̇ = v − v³/3 − w + I,   ẇ = (v + a − b w)/τ,   a = 0.7, b = 0.8, τ = 12.5
 *
 * v is the excitation, w what recovers from it. Between two currents I the rest point is unstable and both go round.
 */
import { exp } from '../../base/math.ts';
import { risingRoot } from '../theory/root.ts';

const a = 0.7;
const b = 0.8;
const recoveryS = 12.5;

export interface Excitation {
  v: number;
  w: number;
}

/** One step of Runge and Kutta's classical method. */
export function stepExcitation(state: Excitation, current: number, stepS: number): void {
  const { v, w } = state;
  const half = stepS / 2;
  const [v1, w1] = [rate(v, w, current), recovery(v, w)];
  const [v2, w2] = [rate(v + half * v1, w + half * w1, current), recovery(v + half * v1, w + half * w1)];
  const [v3, w3] = [rate(v + half * v2, w + half * w2, current), recovery(v + half * v2, w + half * w2)];
  const [v4, w4] = [rate(v + stepS * v3, w + stepS * w3, current), recovery(v + stepS * v3, w + stepS * w3)];
  state.v = v + (stepS * (v1 + 2 * (v2 + v3) + v4)) / 6;
  state.w = w + (stepS * (w1 + 2 * (w2 + w3) + w4)) / 6;
}

function rate(v: number, w: number, current: number): number {
  return v - (v * v * v) / 3 - w + current;
}

function recovery(v: number, w: number): number {
  return (v + a - b * w) / recoveryS;
}

/** w on the nullcline of v, where v̇ = 0. */
export function cubicNullcline(v: number, current: number): number {
  return v - (v * v * v) / 3 + current;
}

/** w on the nullcline of w, where ẇ = 0. */
export function lineNullcline(v: number): number {
  return (v + a) / b;
}

/** Where the nullclines meet: the only rest point, for 1/b > 1. */
export function restPoint(current: number): Excitation {
  const v = risingRoot((x) => lineNullcline(x) - cubicNullcline(x, current), -10, 10);
  return { v, w: lineNullcline(v) };
}

/** The two currents at which the rest point's pair of eigenvalues crosses the imaginary axis (Hopf): its trace 1 − v² − b/τ is 0. */
export function hopfCurrents(): readonly [number, number] {
  const v = Math.sqrt(1 - b / recoveryS);
  const at = (x: number): number => lineNullcline(x) - cubicNullcline(x, 0);
  return [at(-v), at(v)];
}

/** How much of its coupling an agent has: hardly any while it is exhausted (w ≈ −½), all of it when it has recovered (w ≈ 1½). */
export function couplingShare(w: number): number {
  return 1 / (1 + exp(-4 * (w - 0.5)));
}
