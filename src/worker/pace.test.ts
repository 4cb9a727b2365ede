import { describe, expect, test } from 'vitest';
import { createPace } from './pace.ts';

describe('the pace', () => {
  test('owes as many steps as real time times speed asks for', () => {
    const pace = createPace(0.01);
    pace.restart(0);
    let taken = 0;
    for (let nowMs = 16; nowMs <= 1_600; nowMs += 16) {
      const steps = pace.stepsDue(nowMs, 2);
      taken += steps;
      pace.paid(steps);
    }
    expect(taken).toBeGreaterThanOrEqual(319);
    expect(taken).toBeLessThanOrEqual(320);
  });

  test('drops what it could not pay for in time', () => {
    const pace = createPace(0.01);
    pace.restart(0);
    expect(pace.stepsDue(60_000, 1)).toBe(10);
  });

  test('comes to a step even when one step takes longer than the debt that it allows', () => {
    const pace = createPace(0.1);
    pace.restart(0);
    expect(pace.stepsDue(500, 0.1)).toBe(0);
    expect(pace.stepsDue(1_001, 0.1)).toBe(1);
  });

  test('says how long there is nothing to do', () => {
    const pace = createPace(0.01);
    pace.restart(0);
    expect(pace.stepsDue(4, 1)).toBe(0);
    expect(pace.untilDueMs(1)).toBeCloseTo(6);
  });

  test('tells the speed that is reached, not the one that is wanted', () => {
    const pace = createPace(0.01);
    pace.restart(0);
    expect(pace.reached(0)).toBeNaN();
    for (let nowMs = 20; nowMs <= 4_000; nowMs += 20) {
      pace.stepsDue(nowMs, 5);
      pace.paid(1);
      pace.reached(nowMs);
    }
    expect(pace.reached(4_000)).toBeCloseTo(0.5, 2);
  });

  test('owes nothing for the time of a pause', () => {
    const pace = createPace(0.01);
    pace.restart(0);
    pace.stepsDue(50, 1);
    pace.restart(10_000);
    expect(pace.stepsDue(10_010, 1)).toBe(1);
  });
});
