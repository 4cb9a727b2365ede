/** Phases that step once a token, Δt = 1/f, beside the same phases on a clock of their own, live. */
import { at } from '../../base/assert.ts';
import { atan2, cos, PI, sin, wrapPhase } from '../../base/math.ts';
import type { Field } from '../../field/field.ts';
import { allToAll, type MeanField } from '../../field/mean-field.ts';
import { createTokenField, meanPhase } from './token-field.ts';
import type { Bench, ClockLook, TokenLook, TokenSettings, Verdict } from './types.ts';

const seed = 42;
const oscillators = 96;
/** Of the loop; a token's period is a whole number of its steps. */
const loopStepS = 0.01;
/** What is kept of the past. */
const keptS = 20;
/** Tokens that the apparent turning is the mean of. */
const turnsOver = 8;
const together = 0.999;

interface Row {
  readonly timeS: number;
  readonly order: number;
  readonly sine: number;
}

interface Clock {
  readonly field: Field;
  readonly exchange: MeanField;
  readonly rows: Row[];
  /** Turning between neighbouring tokens, rad; the last few. */
  readonly turns: number[];
  psiAtToken: number | undefined;
  stepsDone: number;
}

interface Parts {
  readonly key: string;
  readonly tokenS: number;
  /** Steps of the loop from one token to the next. */
  readonly steps: number;
  readonly driven: Clock;
  readonly loop: Clock;
  timeS: number;
  /** Steps of the loop since the last token was due. */
  sinceToken: number;
  owedS: number;
  silentS: number;
}

export function createTokenBench(): Bench<TokenSettings, TokenLook> {
  let parts: Parts | undefined;
  return {
    look(settings, advanceS) {
      const { rate, frequency } = settings;
      const key = JSON.stringify([rate, frequency]);
      if (parts?.key !== key) parts = createParts(key, rate, frequency);
      advance(parts, settings, advanceS);
      const { driven, loop, silentS, timeS } = parts;
      const looks = { driven: lookOf(driven, rate), loop: lookOf(loop, rate) };
      const leastRateHz = settings.coupling / 2;
      const aliasRadS = wrapPhase(frequency / rate) * rate;
      return { timeS, silentS, leastRateHz, aliasRadS, ...looks, verdict: judge(settings, silentS, aliasRadS, looks) };
    },
    restart() {
      parts = undefined;
    },
  };
}

function createParts(key: string, rate: number, frequency: number): Parts {
  const tokenS = 1 / rate;
  const steps = Math.max(1, Math.ceil(tokenS / loopStepS));
  return {
    key,
    tokenS,
    steps,
    driven: createClock(frequency, tokenS),
    loop: createClock(frequency, tokenS / steps),
    timeS: 0,
    sinceToken: 0,
    owedS: 0,
    silentS: 0,
  };
}

function createClock(frequency: number, stepS: number): Clock {
  const field = createTokenField({ seed, oscillators, frequency, stepS });
  return { field, exchange: allToAll(field.agentStart), rows: [], turns: [], psiAtToken: undefined, stepsDone: 0 };
}

/** By steps of the loop; a token is due after so many of them, and is made unless all are silent. */
function advance(parts: Parts, { coupling, silent }: TokenSettings, advanceS: number): void {
  const { driven, loop, tokenS, steps } = parts;
  const stepS = tokenS / steps;
  parts.owedS += advanceS;
  while (parts.owedS >= stepS) {
    parts.owedS -= stepS;
    parts.timeS += stepS;
    stepOnce(loop, coupling);
    keepRow(loop, parts.timeS);
    parts.silentS = silent ? parts.silentS + stepS : 0;
    parts.sinceToken = (parts.sinceToken + 1) % steps;
    if (parts.sinceToken !== 0 || silent) continue;
    stepOnce(driven, coupling);
    keepRow(driven, parts.timeS);
    for (const clock of [driven, loop]) keepTurn(clock);
  }
}

function stepOnce(clock: Clock, coupling: number): void {
  clock.field.begin(clock.stepsDone, coupling, clock.exchange);
  clock.field.finish(0);
  clock.stepsDone++;
}

function orderOf({ field }: Clock): { readonly order: number; readonly psiRad: number } {
  const [re, im] = [at(field.agentRe, 0), at(field.agentIm, 0)];
  return { order: Math.sqrt(re * re + im * im), psiRad: atan2(im, re) };
}

function keepRow(clock: Clock, timeS: number): void {
  clock.rows.push({ timeS, order: orderOf(clock).order, sine: sin(meanPhase(clock.field)) });
  while ((clock.rows[0]?.timeS ?? timeS) < timeS - keptS) clock.rows.shift();
}

function keepTurn(clock: Clock): void {
  const phase = meanPhase(clock.field);
  if (clock.psiAtToken !== undefined) clock.turns.push(phase - clock.psiAtToken);
  clock.psiAtToken = phase;
  if (clock.turns.length > turnsOver) clock.turns.shift();
}

function lookOf(clock: Clock, rate: number): ClockLook {
  const { turns, rows, field } = clock;
  // The mean over angles: whole turns are not seen, and half a turn this way and half a turn that way is not 0.
  const [re, im] = [turns.reduce((sum, x) => sum + cos(x), 0), turns.reduce((sum, x) => sum + sin(x), 0)];
  return {
    ...orderOf(clock),
    phases: Float32Array.from(field.phaseRad),
    apparentRadS: turns.length === 0 ? NaN : atan2(im, re) * rate,
    rows: [...rows],
  };
}

function judge(
  { rate, frequency, coupling }: TokenSettings,
  silentS: number,
  aliasRadS: number,
  { driven, loop }: Pick<TokenLook, 'driven' | 'loop'>,
): Verdict {
  const faults: string[] = [];
  const hz = `f = ${rate.toFixed(1)} Hz`;
  if (silentS > 2 / rate) faults.push(`For ${silentS.toFixed(0)} s nobody has made a token: what steps with tokens stands still.`);
  if (driven.order < together && rate < coupling / 2)
    faults.push(`${hz} is below K/2 = ${(coupling / 2).toFixed(1)}: a step of 1/f overshoots, and order is ${driven.order.toFixed(2)}.`);
  if (frequency > PI * rate)
    faults.push(
      `ω = ${frequency.toFixed(1)} rad/s is above πf = ${(PI * rate).toFixed(1)}: from token to token it seems to be ${aliasRadS.toFixed(1).replace('-', '−')}.`,
    );
  const decoupled = `On a clock of its own order is ${loop.order.toFixed(2)}, whatever the tokens do.`;
  if (faults.length > 0) return { tone: 'fails', text: `${faults.join(' ')} ${decoupled}` };
  const text = `At ${hz} stepping with the tokens holds: order is ${driven.order.toFixed(2)}. Lower f below K/2 or ω/π, or let all fall silent. ${decoupled}`;
  return { tone: 'holds', text };
}
