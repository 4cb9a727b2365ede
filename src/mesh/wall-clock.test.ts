import { expect, it } from 'vitest';
import { at } from '../base/assert.ts';
import { createWallClocks } from './wall-clock.ts';

const agents = 128;
/** What the clocks are off by at a time, and the root mean square of that over the agents. */
function spreadS(clockSkewMs: number, clockDriftPpm: number, timeS: number): number {
  const wallClocks = createWallClocks(3, agents, { clockSkewMs, clockDriftPpm });
  const squares = Array.from({ length: agents }, (_, agent) => (wallClocks.readS(agent, timeS) - timeS) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / agents);
}

/** Of 128 normal numbers the root mean square is off by 1/√256 (one standard error). */
const fourErrors = 4 / 16;

it('wall clocks are off by the skew, whatever the time, and by the drift times the time', () => {
  expect(Math.abs(spreadS(50, 0, 0) / 0.05 - 1)).toBeLessThan(fourErrors);
  expect(spreadS(50, 0, 1e5)).toBeCloseTo(spreadS(50, 0, 0), 9);
  expect(Math.abs(spreadS(0, 20, 1e5) / 2 - 1)).toBeLessThan(fourErrors);
  expect(spreadS(0, 40, 1e5)).toBeCloseTo(2 * spreadS(0, 20, 1e5), 9);
  expect(spreadS(0, 0, 1e5)).toBe(0);
});

it('a wall clock that somebody sets is off by that much more, ahead or back, and no other one is', () => {
  const clocks = createWallClocks(3, 2, { clockSkewMs: 50, clockDriftPpm: 20 });
  const before = [0, 1].map((agent) => clocks.readS(agent, 10));
  clocks.jump(0, -3);
  expect([0, 1].map((agent) => clocks.readS(agent, 10) - at(before, agent))).toEqual([expect.closeTo(-3, 9), 0]);
});
