/** Whole steps out of stretches of time of any length: what is left over counts next time. */
export interface Steps {
  readonly done: number;
  readonly timeS: number;
  /** How many steps are due after so many seconds more; they count as done. */
  take(advanceS: number): number;
}

export function createSteps(stepS: number): Steps {
  let done = 0;
  let owedS = 0;
  return {
    get done() {
      return done;
    },
    get timeS() {
      return done * stepS;
    },
    take(advanceS) {
      owedS += advanceS;
      const steps = Math.floor(owedS / stepS + 1e-9);
      owedS -= steps * stepS;
      done += steps;
      return steps;
    },
  };
}
