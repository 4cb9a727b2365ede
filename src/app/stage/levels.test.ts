import { describe, expect, test } from 'vitest';
import { createLevels, levelOf, stackReach } from './levels.ts';

const whole = Float64Array.of(0, 0, 0, 0);
const halves = Float64Array.of(0, 0, 1, 1);
const frameS = 1 / 60;

function advance(levels: ReturnType<typeof createLevels>, components: Float64Array, count: number, seconds: number, step = frameS): void {
  for (let t = 0; t < seconds - 1e-9; t += step) levels.advance(components, count, step, false);
}

describe('the heights of the components', () => {
  test('are centred on 0, the first on top', () => {
    expect(levelOf(0, 1)).toBe(0);
    expect(levelOf(0, 2)).toBe(-levelOf(1, 2));
    expect(levelOf(0, 2)).toBeGreaterThan(0);
    expect(levelOf(1, 3)).toBe(0);
  });

  test('never make a stack taller than five circles at full distance', () => {
    expect(stackReach(5)).toBe(stackReach(128));
    expect(stackReach(4)).toBeLessThan(stackReach(5));
  });
});

describe('a partition', () => {
  test('pulls the agents apart within 0.8 s, smoothly', () => {
    const levels = createLevels();
    levels.advance(whole, 1, frameS, false);
    let before = 0;
    let fastest = 0;
    for (let t = 0; t < 0.8; t += frameS) {
      levels.advance(halves, 2, frameS, false);
      const level = levels.agentLevel[0] as number;
      fastest = Math.max(fastest, level - before);
      expect(level).toBeGreaterThanOrEqual(before);
      before = level;
    }
    expect(before).toBeGreaterThan(0.97 * levelOf(0, 2));
    expect(fastest).toBeLessThan(0.1 * levelOf(0, 2));
    expect(levels.agentLevel[3]).toBeCloseTo(levelOf(1, 2), 1);
  });

  test('lets a new circle start where its agents are', () => {
    const levels = createLevels();
    levels.advance(whole, 1, frameS, false);
    levels.advance(halves, 2, frameS, false);
    expect(Math.abs((levels.circleLevel[1] as number) - (levels.agentLevel[3] as number))).toBeLessThan(0.02);
    expect(levels.circlePresence[1]).toBeLessThan(0.2);
  });

  test('ends at the same heights whether frames are fast or slow', () => {
    const [fast, slow] = [createLevels(), createLevels()];
    for (const levels of [fast, slow]) levels.advance(whole, 1, frameS, false);
    advance(fast, halves, 2, 0.4, 0.01);
    advance(slow, halves, 2, 0.4, 0.1);
    expect(slow.agentLevel[0]).toBeCloseTo(fast.agentLevel[0] as number, 4);
  });

  test('arrives at once where less motion is wanted', () => {
    const levels = createLevels();
    levels.advance(whole, 1, 0, true);
    levels.advance(halves, 2, 0, true);
    expect(levels.agentLevel[0]).toBeCloseTo(levelOf(0, 2), 6);
    expect(levels.moving).toBe(false);
    expect(levels.circles).toBe(2);
  });
});

describe('a heal', () => {
  test('sinks both circles into one, and the second fades', () => {
    const levels = createLevels();
    levels.advance(halves, 2, 0, true);
    levels.advance(whole, 1, frameS, false);
    expect(levels.circles).toBe(2);
    expect(levels.circleLevel[1]).toBeLessThan(0);
    advance(levels, whole, 1, 3);
    expect(levels.circles).toBe(1);
    expect([...levels.agentLevel.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(levels.moving).toBe(false);
  });
});

describe('an agent that is down', () => {
  test('stays where it was and fades', () => {
    const levels = createLevels();
    levels.advance(halves, 2, 0, true);
    advance(levels, Float64Array.of(0, 0, 1, -1), 2, 2);
    expect(levels.agentComponent[3]).toBe(1);
    expect(levels.agentLevel[3]).toBeCloseTo(levelOf(1, 2), 3);
    expect(levels.agentPresence[3]).toBe(0);
  });

  test('is not left in a circle that no longer is', () => {
    const levels = createLevels();
    levels.advance(halves, 2, 0, true);
    advance(levels, Float64Array.of(0, 0, 0, -1), 1, 2);
    expect(levels.agentComponent[3]).toBe(0);
  });
});

describe('another number of agents', () => {
  test('takes its places at once', () => {
    const levels = createLevels();
    levels.advance(whole, 1, frameS, false);
    levels.advance(Float64Array.of(0, 1, 2), 3, frameS, false);
    expect(levels.agentLevel[2]).toBeCloseTo(levelOf(2, 3), 6);
    expect(levels.moving).toBe(false);
  });
});
