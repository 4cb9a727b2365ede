/** One replicate of phases on the token clock, or beside it: a field that steps with every token, or by itself. */
import { at } from '../../base/assert.ts';
import { wrapPhase } from '../../base/math.ts';
import { allToAll } from '../../field/mean-field.ts';
import { createTokenField, meanPhase } from '../dynamics/token-field.ts';

/** Phases step with the tokens, or by themselves. */
export type Clock = 'token-driven' | 'decoupled';
export interface Task {
  readonly clock: Clock;
  readonly seed: number;
  readonly tokenRateHz: number;
  readonly coupling: number;
  readonly frequency: number;
  readonly silenceS: number;
}
export interface Seen {
  readonly order: number;
  /** Mean turning between neighbouring tokens as their wrapped phases show it, rad/s. */
  readonly apparentRadS: number;
  /** Mean phase at the end over ω times the time that went by. */
  readonly progress: number;
}

const oscillators = 256;
export const loopStepS = 0.01;
export const tokens = 400;
/** Of the phases, from one token to the next. */
export function stepsFor(clock: Clock, tokenRateHz: number): number {
  return clock === 'token-driven' ? 1 : Math.max(1, Math.ceil(1 / tokenRateHz / loopStepS));
}

/** From near synchrony; the silence begins after half of the tokens. */
export function runOnClock({ clock, seed, tokenRateHz, coupling, frequency, silenceS }: Task): Seen {
  const tokenS = 1 / tokenRateHz;
  const steps = stepsFor(clock, tokenRateHz);
  const field = createTokenField({ seed, oscillators, frequency, stepS: tokenS / steps });
  const exchange = allToAll(field.agentStart);
  const start = meanPhase(field);
  let step = 0;
  const advance = (count: number): void => {
    for (const end = step + count; step < end; step++) {
      field.begin(step, coupling, exchange);
      field.finish(0);
    }
  };
  let turned = 0;
  for (let token = 0; token < tokens; token++) {
    // Nobody makes a token: who steps with them stands still.
    if (token === tokens / 2 && clock === 'decoupled') advance(Math.round(silenceS / (tokenS / steps)));
    const before = meanPhase(field);
    advance(steps);
    turned += wrapPhase(meanPhase(field) - before);
  }
  const passedS = tokens * tokenS + silenceS;
  const [re, im] = [at(field.agentRe, 0), at(field.agentIm, 0)];
  return {
    order: Math.sqrt(re * re + im * im),
    apparentRadS: turned / (tokens * tokenS),
    progress: (meanPhase(field) - start) / (frequency * passedS),
  };
}
