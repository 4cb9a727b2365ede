import { useRef } from 'react';
import type { Frame } from '../../../worker/frame.ts';
import { numberText, rateText } from '../../widgets/number-text.ts';
import { writeText } from '../../widgets/write-text.ts';
import { useSlowFrames } from './use-slow-frames.ts';
import styles from './Readouts.module.css';

interface Readout {
  /** Accessible name. */
  readonly name: string;
  readonly symbol?: string;
  /** What is written where there is little room. */
  readonly short?: string;
  readonly help: string;
  readonly text: (frame: Frame) => string;
  readonly tone?: (frame: Frame) => 'accent' | 'danger' | 'band' | 'pending' | undefined;
}

const readouts: readonly Readout[] = [
  {
    name: 'Order parameter',
    symbol: 'r',
    short: 'Order',
    help: 'Length of the mean of all phases: 0 scattered, 1 in one point.',
    text: (frame) => numberText(frame.r, 3),
    tone: () => 'accent',
  },
  {
    name: 'Simulated time',
    symbol: 't',
    short: 'Time',
    help: 'Seconds on the laboratory’s own clock.',
    text: (frame) => numberText(frame.timeS, 2, 's'),
  },
  {
    name: 'Components',
    help: 'Groups of agents that can reach each other both ways.',
    text: (frame) => String(frame.components),
    tone: (frame) => (frame.components > 1 ? 'band' : undefined),
  },
  {
    name: 'Throughput',
    help: 'Tokens validated a simulated second, over the last 5 s.',
    text: (frame) => rateText(frame.throughputHz, '/s'),
  },
  {
    name: 'Validation latency',
    short: 'Latency',
    help: 'From a token’s birth until its author knows that a quorum chose it; median over the last 5 s.',
    text: (frame) => rateText(frame.validationP50Ms, 'ms'),
  },
  {
    name: 'Pending tokens',
    short: 'Pending',
    help: 'Generated and not yet validated.',
    text: (frame) => String(frame.pending),
    tone: (frame) => (frame.partitioned && frame.pending > 0 ? 'pending' : undefined),
  },
  {
    name: 'Split-brain conflicts',
    short: 'Conflicts',
    help: 'Places in the log where two agents committed different tokens.',
    text: (frame) => String(frame.conflicts),
    tone: (frame) => (frame.conflicts > 0 ? 'danger' : undefined),
  },
];

/** Ten times a second is as fast as a person reads. */
const everyMs = 100;

/** Written past React, from the frame loop. Not read aloud at every change: the story line tells what matters. */
export function Readouts() {
  const list = useRef<HTMLDListElement>(null);
  useSlowFrames((frame) => {
    const outputs = list.current?.getElementsByTagName('output');
    readouts.forEach(({ text, tone }, i) => {
      const output = outputs?.item(i);
      if (!output) return;
      writeText(output, text(frame));
      const nextTone = tone?.(frame) ?? '';
      if (output.dataset['tone'] !== nextTone) output.dataset['tone'] = nextTone;
    });
  }, everyMs);
  return (
    <dl ref={list} className={styles.readouts}>
      {readouts.map(({ name, symbol, short = name, help }) => (
        <div key={name} className={styles.readout} title={help}>
          <dt>
            <span className={styles.long}>{name}</span>
            <span className={styles.short}>{short}</span>
            {symbol !== undefined && <i> {symbol}</i>}
          </dt>
          <dd>
            <output aria-label={name} aria-live="off">
              –
            </output>
          </dd>
        </div>
      ))}
    </dl>
  );
}
