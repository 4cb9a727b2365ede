/**
 * Keeps simulated time at a given multiple of real time. What is owed grows with the clock and is paid in steps; what
 * cannot be paid in time is dropped rather than chased, and the speed that is really reached is told.
 */
export interface Pace {
  /** Steps owed by now at this speed (simulated seconds per real second). */
  stepsDue(nowMs: number, speed: number): number;
  /** Simulated time owed by now, whole steps and the beginning of the next one. */
  owedS(nowMs: number, speed: number): number;
  /** Tells that steps were taken. */
  paid(steps: number): void;
  /** Real time until the next step is owed, given what `stepsDue` last saw. */
  untilDueMs(speed: number): number;
  /** Forgets what is owed and what was reached: a pause is not a debt. */
  restart(nowMs: number): void;
  /** Simulated seconds per real second, smoothed over about a second; NaN until it has been measured. */
  reached(nowMs: number): number;
}

/** Real time that may be owed: more would let the run rush ahead visibly after a hitch. */
const maxDebtRealS = 0.1;
const measureMs = 200;
/** Weight of the newest measurement: with one every 0.2 s the memory is about a second. */
const newestWeight = 0.25;

export function createPace(stepS: number): Pace {
  let debtS = 0;
  let countedMs = 0;
  let paidS = 0;
  let measuredMs = 0;
  let reached = NaN;
  const owedS = (nowMs: number, speed: number): number => debtS + (Math.max(0, nowMs - countedMs) / 1_000) * speed;
  return {
    owedS,
    stepsDue(nowMs, speed) {
      // However slow, one whole step may always be owed: else a slow speed would never come to take any.
      debtS = Math.min(owedS(nowMs, speed), Math.max(maxDebtRealS * speed, stepS));
      countedMs = nowMs;
      // A debt of one step less rounding is one step.
      return Math.floor(debtS / stepS + 1e-9);
    },
    paid(steps) {
      debtS -= steps * stepS;
      paidS += steps * stepS;
    },
    untilDueMs: (speed) => Math.max(0, ((stepS - debtS) / speed) * 1_000),
    restart(nowMs) {
      debtS = 0;
      paidS = 0;
      countedMs = nowMs;
      measuredMs = nowMs;
      reached = NaN;
    },
    reached(nowMs) {
      const sinceMs = nowMs - measuredMs;
      if (sinceMs >= measureMs) {
        const now = paidS / (sinceMs / 1_000);
        reached = Number.isNaN(reached) ? now : reached + newestWeight * (now - reached);
        measuredMs = nowMs;
        paidS = 0;
      }
      return reached;
    },
  };
}
