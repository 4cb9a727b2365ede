import { expect, it } from 'vitest';
import { addToLanes, createLanes, orderParameter, takeLanes } from './order.ts';

const sizes = [1, 3, 4, 5, 10, 2];
const agentStart = Int32Array.from([0, ...sizes.map((_, a) => sizes.slice(0, a + 1).reduce((sum, n) => sum + n, 0))]);
const total = agentStart[sizes.length] ?? 0;
const phase = Float64Array.from({ length: total }, (_, i) => 0.7 * i);
const sine = phase.map(Math.sin);
const cosine = phase.map(Math.cos);

function sums(cuts: readonly number[]): { re: Float64Array; im: Float64Array } {
  const lanes = createLanes(sizes.length);
  const [re, im] = [new Float64Array(sizes.length), new Float64Array(sizes.length)];
  const edges = [0, ...cuts, total];
  for (let k = 1; k < edges.length; k++) {
    const [from, to] = [edges[k - 1] ?? NaN, edges[k] ?? NaN];
    const agent = agentStart.findIndex((start, a) => start <= from && from < (agentStart[a + 1] ?? Infinity));
    addToLanes(sine, cosine, from, to, agentStart, agent, lanes);
  }
  takeLanes(lanes, agentStart, re, im);
  expect(lanes.every((x) => x === 0)).toBe(true);
  return { re, im };
}

it('every agent gets the mean over its own oscillators, and a lone oscillator is its own mean', () => {
  const { re, im } = sums([]);
  sizes.forEach((size, a) => {
    const own = phase.subarray(agentStart[a], agentStart[a + 1]);
    expect(re[a]).toBeCloseTo(own.reduce((sum, x) => sum + Math.cos(x), 0) / size, 14);
    expect(im[a]).toBeCloseTo(own.reduce((sum, x) => sum + Math.sin(x), 0) / size, 14);
  });
  expect([re[0], im[0]]).toEqual([1, 0]);
});

it('the sums have the same bits wherever the passes are cut', () => {
  for (const cuts of [[1], [4, 8, 12], [7, 8, 9, 20]]) expect(sums(cuts)).toEqual(sums([]));
});

it('an agent’s sum is lanes by index: (0 + 2) + (1 + 3)', () => {
  const { re } = sums([]);
  const [from, to] = [agentStart[4] ?? NaN, agentStart[5] ?? NaN];
  const lane = (k: number): number => cosine.reduce((sum, c, i) => (i >= from && i < to && i % 4 === k ? sum + c : sum), 0);
  expect(re[4]).toBe((lane(0) + lane(2) + (lane(1) + lane(3))) / 10);
});

it('the whole weighs agents by population; a group counts its own only; nobody has no order', () => {
  const { re, im } = sums([]);
  const out = { re: 0, im: 0 };
  orderParameter(agentStart, re, im, out);
  expect(out.re).toBeCloseTo(cosine.reduce((sum, c) => sum + c, 0) / total, 14);
  orderParameter(agentStart, re, im, out, (a) => a === 1 || a === 2);
  expect(out.im).toBeCloseTo(sine.subarray(1, 8).reduce((sum, s) => sum + s, 0) / 7, 14);
  orderParameter(agentStart, re, im, out, () => false);
  expect(out).toEqual({ re: NaN, im: NaN });
});
