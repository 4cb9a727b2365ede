/**
 * Where the field and the mesh meet. The field writes what each agent would tell now (shape [M]); the mesh copies it into
 * phase messages and keeps, for every agent a and sender b, the newest that reached it at [a · M + b].
 */
import type { Message } from './message.ts';

export interface PhaseBoard {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly frequencyRadS: Float64Array;
  readonly heardRe: Float64Array;
  readonly heardIm: Float64Array;
  readonly heardFrequencyRadS: Float64Array;
  /** Send time of what was heard; −Infinity before the first. */
  readonly heardSentS: Float64Array;
}

export function createPhaseBoard(agents: number): PhaseBoard {
  return {
    re: new Float64Array(agents),
    im: new Float64Array(agents),
    frequencyRadS: new Float64Array(agents),
    heardRe: new Float64Array(agents * agents),
    heardIm: new Float64Array(agents * agents),
    heardFrequencyRadS: new Float64Array(agents * agents),
    heardSentS: new Float64Array(agents * agents).fill(-Infinity),
  };
}

/** What an agent tells of its phase. */
export interface PhaseReport {
  readonly re: number;
  readonly im: number;
  readonly frequencyRadS: number;
  readonly sentS: number;
}

export function tellPhase(board: PhaseBoard, message: Message): void {
  message.re = board.re[message.from] as number;
  message.im = board.im[message.from] as number;
  message.frequencyRadS = board.frequencyRadS[message.from] as number;
}

/** A report that was overtaken by a newer one tells nothing. */
export function hearPhase(board: PhaseBoard, from: number, report: PhaseReport, to: number): void {
  const place = to * board.re.length + from;
  if (report.sentS <= (board.heardSentS[place] as number)) return;
  board.heardRe[place] = report.re;
  board.heardIm[place] = report.im;
  board.heardFrequencyRadS[place] = report.frequencyRadS;
  board.heardSentS[place] = report.sentS;
}
