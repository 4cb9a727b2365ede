/** Convergence: after the last fault every agent holds all that was generated until then, within a bound. */
import type { Bitmap } from '../../base/bitmap.ts';
import type { Remembers } from '../../base/remember.ts';
import type { Tokens } from '../tokens.ts';
import type { Report } from './violations.ts';

/** Simulated time within which a mesh that is whole again must have converged. */
const convergenceBoundS = 60;

export interface Convergence extends Remembers {
  /** Time from the last time the mesh became whole until it converged; NaN before. */
  readonly convergenceS: number;
  readonly isForgiven: boolean;
  forgive(): void;
  calm(isCalm: boolean, timeS: number): void;
  look(timeS: number): void;
  /** The agent's log is another one. */
  begin(agent: number): void;
}

/** @param holds shape [M]: the tokens of each agent's log. */
export function createConvergence(agents: number, tokens: Tokens, holds: readonly Bitmap[], report: Report): Convergence {
  let awaiting: { readonly sinceS: number; readonly tokens: number } | undefined;
  let convergenceS = NaN;
  let isForgiven = false;
  const firstUncommitted = new Int32Array(agents);

  function look(timeS: number): void {
    if (awaiting === undefined) return;
    const behind = firstUncommitted.findIndex((_, agent) => !hasAll(agent, awaiting?.tokens ?? 0));
    if (behind === -1) convergenceS = timeS - awaiting.sinceS;
    else if (timeS - awaiting.sinceS <= convergenceBoundS) return;
    else {
      const message = `agent ${behind} still lacks token ${firstUncommitted[behind] ?? 0}, ${convergenceBoundS} s after the last fault`;
      report('convergence', timeS, [behind], [], message);
    }
    awaiting = undefined;
  }

  function hasAll(agent: number, count: number): boolean {
    const bitmap = holds[agent];
    let token = firstUncommitted[agent] as number;
    while (token < count && (bitmap?.has(token) === true || tokens.isForfeit(token))) token++;
    firstUncommitted[agent] = token;
    return token >= count;
  }

  return {
    remember(memory) {
      awaiting = memory.value(awaiting);
      convergenceS = memory.value(convergenceS);
      isForgiven = memory.value(isForgiven);
      memory.all(firstUncommitted);
    },
    get convergenceS() {
      return convergenceS;
    },
    get isForgiven() {
      return isForgiven;
    },
    forgive() {
      isForgiven = true;
      awaiting = undefined;
    },
    calm(isCalm, timeS) {
      awaiting = isCalm && !isForgiven ? { sinceS: timeS, tokens: tokens.count } : undefined;
      if (isCalm) convergenceS = NaN;
    },
    look,
    begin(agent) {
      firstUncommitted[agent] = 0;
    },
  };
}
