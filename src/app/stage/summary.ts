/** What the picture shows, in a sentence, for those who do not see it. */
import { wholeText } from '../../base/whole-text.ts';
import type { Frame } from '../../worker/frame.ts';
import { writeText } from '../widgets/write-text.ts';

/** A screen reader that is sent there reads it whole; more often than this it would be another text each time. */
const everyMs = 2_000;

export function summaryOf(frame: Pick<Frame, 'oscillators' | 'components' | 'r' | 'componentColumns'>): string {
  const { oscillators, components } = frame;
  const whole = `${wholeText(oscillators)} oscillators in ${components} ${components === 1 ? 'component' : 'components'}; order parameter ${frame.r.toFixed(2)}`;
  if (components < 2 || components > 8) return `${whole}.`;
  const { oscillators: counts, r } = frame.componentColumns;
  const parts = Array.from(counts, (count, c) => `${wholeText(count)} at ${(r[c] as number).toFixed(2)}`);
  return `${whole}. By component: ${parts.join(', ')}.`;
}

export interface SlowSummary {
  update(frame: Frame, nowMs: number): void;
}

/** Writes the summary into `element` at most every two seconds. */
export function slowSummary(element: HTMLElement): SlowSummary {
  let nextMs = -Infinity;
  return {
    update(frame, nowMs) {
      if (nowMs < nextMs) return;
      nextMs = nowMs + everyMs;
      writeText(element, summaryOf(frame));
    },
  };
}
