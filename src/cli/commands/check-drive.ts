/** Carries a check out: its pieces on threads, the answers put together in their order, up to the first that breaks something. */
import type { MicroFinding } from '../../lab/check/bug-hunt.ts';
import type { Counterexample } from '../../lab/check/campaign.ts';
import { addCoverage, emptyCoverage, type Coverage } from '../../lab/check/coverage.ts';
import { addCounts, emptyCounts, type MicroCounts } from '../../lab/check/micro.ts';
import type { Shrunk } from '../../lab/check/shrink.ts';
import type { Piece, RunsDone, SeedsDone, Task } from '../../lab/check/work.ts';
import type { Interrupt } from '../interrupt.ts';
import { createProgress } from '../progress.ts';
import { answersInOrder } from '../threads.ts';
import type { CheckOrder, Range } from './check-order.ts';

export const thread = new URL('check.thread.ts', import.meta.url);

/** What was done, all of it without a gap from the first seed and the first run on. */
export interface Checked {
  readonly coverage: Readonly<Coverage>;
  readonly counts: Readonly<MicroCounts>;
  readonly counterexample: Counterexample | undefined;
  readonly shrunk: Shrunk | undefined;
  readonly badRun: MicroFinding | undefined;
  /** False where the time was up, or somebody interrupted. */
  readonly complete: boolean;
  readonly wallTimeS: number;
}

/** A fraction of a second each, so that Ctrl-C and the end of the time are felt. */
const seedsInPiece = 16;
const runsInPiece = 4_000;

export async function carryOut(order: CheckOrder, interrupt: Interrupt): Promise<Checked> {
  const began = performance.now();
  const elapsedS = (): number => (performance.now() - began) / 1000;
  const isOver = (): boolean => interrupt.asked || elapsedS() >= order.minutes * 60;
  const { target, seeds, runs, jobs } = order;
  const coverage = emptyCoverage();
  const counts = emptyCounts();

  async function work<Done extends SeedsDone | RunsDone>(name: 'seeds' | 'runs', range: Range, size: number, add: (done: Done) => void) {
    const progress = createProgress(`check ${target.bug ?? target.protocol}`, range.to - range.from + 1, name);
    const pieces = piecesOf({ do: name, target, ...range }, size);
    try {
      for await (const done of answersInOrder<Task, Done>(thread, jobs, pieces)) {
        add(done);
        if (done.found !== undefined) return done.found as Done['found'];
        progress.update(name === 'seeds' ? coverage.trials : counts.runs);
        if (isOver()) return undefined;
      }
    } finally {
      progress.stop();
    }
    return undefined;
  }

  const badRun =
    runs === 0
      ? undefined
      : await work<RunsDone>('runs', { from: 0, to: runs - 1 }, runsInPiece, (done) => {
          addCounts(counts, done.counts);
        });
  const counterexample =
    seeds === undefined || isOver()
      ? undefined
      : await work<SeedsDone>('seeds', seeds, seedsInPiece, (done) => {
          addCoverage(coverage, done.coverage);
        });
  const shrunk = counterexample === undefined || interrupt.asked ? undefined : await shrinkOnThread(order, counterexample);
  const seedsAsked = seeds === undefined ? 0 : seeds.to - seeds.from + 1;
  const complete = (counts.runs === runs || badRun !== undefined) && (coverage.trials === seedsAsked || counterexample !== undefined);
  return { coverage, counts, counterexample, shrunk, badRun, complete, wallTimeS: elapsedS() };
}

async function shrinkOnThread({ target }: CheckOrder, counterexample: Counterexample): Promise<Shrunk | undefined> {
  for await (const shrunk of answersInOrder<Task, Shrunk>(thread, 1, [{ do: 'shrink', target, counterexample }])) return shrunk;
  return undefined;
}

function* piecesOf(whole: Piece, size: number): Generator<Piece, void> {
  for (let { from } = whole; from <= whole.to; from += size) yield { ...whole, from, to: Math.min(whole.to, from + size - 1) };
}
