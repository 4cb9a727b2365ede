/** The branch that was left when something was changed in the past: what it came to, beside what is made of it now. */
import { useState } from 'react';
import { otherBranch } from '../../commands/time.ts';
import { difference } from '../../plots/difference.ts';
import { useLive } from '../../store/live.ts';
import { series } from '../../store/series.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { useSlowFrames } from './use-slow-frames.ts';
import styles from './Scrubber.module.css';

/** Slow enough to be read. */
const everyMs = 1_000;

export function LeftBranch() {
  const left = useLive((state) => state.left);
  const [told, setTold] = useState('');
  useSlowFrames(({ timeS }) => {
    setTold(differenceText(timeS));
  }, everyMs);
  if (left === undefined) return null;
  return (
    <div className={styles.left}>
      <p>
        <span className={styles.ghost} aria-hidden="true" /> The run as it was left, from {numberText(left.fromS, 2, 's')} to{' '}
        {numberText(left.toS, 2, 's')}, stays as a dotted line. {told}
      </p>
      <CommandButton command={otherBranch} />
    </div>
  );
}

function differenceText(timeS: number): string {
  if (series.left === undefined) return '';
  const found = difference(series, series.left, timeS);
  if (found === undefined) return '';
  const { overS, r, validated } = found;
  const order =
    Math.abs(r) < 0.005 ? 'r is the same on average' : `r is ${numberText(Math.abs(r), 2)} ${r > 0 ? 'higher' : 'lower'} on average`;
  const tokens =
    validated === 0
      ? 'as many tokens are validated'
      : `${String(Math.abs(validated))} tokens ${validated > 0 ? 'more' : 'fewer'} are validated`;
  return `In the ${numberText(overS, 1, 's')} since, ${order}, and ${tokens}.`;
}
