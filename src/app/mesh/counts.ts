/** How many messages of each kind are on their way: written calmly, as the mean over about a second of real time. */
import type { Frame } from '../../worker/frame.ts';
import { writeText } from '../widgets/write-text.ts';

const memoryMs = 1_000;
const writeEveryMs = 500;

export interface Counts {
  update(frame: Pick<Frame, 'travelling' | 'playing' | 'generation'>, nowMs: number): void;
}

/** @param elements one a kind; a kind that was never seen in a run has its entry (the element's button) hidden. */
export function createCounts(elements: readonly HTMLElement[]): Counts {
  const means = new Float64Array(elements.length);
  const seen = new Uint8Array(elements.length);
  let generation = -1;
  let updatedMs = 0;
  let writtenMs = -Infinity;

  function update(frame: Pick<Frame, 'travelling' | 'playing' | 'generation'>, nowMs: number): void {
    if (frame.generation !== generation) {
      generation = frame.generation;
      means.fill(0);
      seen.fill(0);
    }
    // A run that stands still has just so many.
    const share = frame.playing ? 1 - Math.exp(-(nowMs - updatedMs) / memoryMs) : 1;
    updatedMs = nowMs;
    for (let i = 0; i < means.length; i++) {
      const count = frame.travelling[i] as number;
      if (count > 0) seen[i] = 1;
      means[i] = (means[i] as number) + share * (count - (means[i] as number));
    }
    if (nowMs - writtenMs < writeEveryMs) return;
    writtenMs = nowMs;
    elements.forEach((element, i) => {
      writeText(element, countText(means[i] as number));
      const entry = element.closest<HTMLElement>('li');
      if (entry !== null && entry.hidden !== (seen[i] === 0)) entry.hidden = seen[i] === 0;
    });
  }

  return { update };
}

/** Below ten with one decimal: of some kinds there are a few, now and then. */
export function countText(mean: number): string {
  return mean < 9.95 ? mean.toFixed(1) : String(Math.round(mean));
}
