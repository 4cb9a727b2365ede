import type { ReactNode } from 'react';
import { wholeText } from '../../../base/whole-text.ts';
import { useTrace } from '../../trace/trace-store.ts';
import { Panel } from './Panel.tsx';
import styles from './Panels.module.css';

function sign(shape: ReactNode) {
  return (
    <svg viewBox="0 0 34 12" aria-hidden="true">
      {shape}
    </svg>
  );
}

const arrow = (colour: string, dash?: string) =>
  sign(
    <g stroke={`var(${colour})`} fill={`var(${colour})`}>
      <path d="M2 6h24" strokeWidth="1.6" strokeDasharray={dash} />
      <path d="M32 6l-7-3v6z" stroke="none" />
    </g>,
  );

const run: readonly (readonly [ReactNode, string])[] = [
  [arrow('--series-component-0'), 'prepare, promise'],
  [arrow('--series-component-2'), 'accept, accepted'],
  [arrow('--accent'), 'chosen'],
  [arrow('--danger'), 'refuse'],
  [arrow('--series-component-3'), 'other messages'],
  [sign(<path d="M2 6h18m-3-4 7 8m0-8-7 8" stroke="var(--danger)" strokeWidth="1.6" fill="none" />), 'lost'],
  [arrow('--ink-muted', '4 3'), 'duplicate'],
  [sign(<circle cx="17" cy="6" r="2.5" fill="var(--series-generated)" />), 'token generated'],
  [sign(<path d="M17 1l5 5-5 5-5-5z" fill="var(--good)" />), 'token validated'],
  [sign(<path d="M14 3h6v6h-6z" fill="var(--ink-muted)" />), 'slot applied'],
  [sign(<path d="M2 6h7m0-4v8m16-8v8m0-4h7" stroke="var(--danger)" strokeWidth="1.4" fill="none" />), 'crashed'],
  [sign(<path d="M6 2h22v8H6zm2 8 8-8m-2 8 8-8m-2 8 8-8" stroke="var(--warning)" fill="none" />), 'paused'],
  [sign(<path d="M11 2l7 4-7 4zm6 0 7 4-7 4z" fill="var(--warning)" />), 'clock jumps'],
  [sign(<path d="M2 0h30v12H2z" fill="var(--series-component-1)" opacity="0.25" />), 'side of a partition'],
];
const log: readonly (readonly [ReactNode, string])[] = [
  [arrow('--series-component-0'), 'heard of'],
  [sign(<circle cx="17" cy="6" r="2.5" fill="var(--ink-muted)" />), 'event'],
];

export function Legend() {
  const source = useTrace((state) => state.source);
  const isCounted = useTrace((state) => state.isCounted);
  const inSight = useTrace((state) => state.inSight);
  const counted: readonly (readonly [ReactNode, string])[] = [
    [sign(<path d="M2 11V8h3v3m1 0V2h3v9m1 0V6h3v5" fill="var(--series-component-0)" />), 'events (square root)'],
    [sign(<path d="M2 1v3h3V1m1 0v8h3V1" fill="var(--good)" />), 'validated'],
    [sign(<path d="M2 11V8h3v3m4 0V3h3v8" fill="var(--danger)" />), 'lost'],
  ];
  return (
    <Panel title="Legend" isOpen>
      <p className={styles.hint}>
        <output aria-label="Events in sight">{wholeText(inSight)}</output> events in sight
        {isCounted ? ': too many to tell apart, so drawn by their number. Zoom in for arrows.' : '.'}
      </p>
      <ul className={styles.legend}>
        {(isCounted ? counted : source === 'live' ? run : log).map(([shape, text]) => (
          <li key={text}>
            {shape}
            {text}
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        Drag to pan, wheel or two fingers to zoom. Keys on the diagram: arrows, + and −, Home for all, End to follow, Enter chooses, [ and ]
        walk along the lifeline, c cuts, s snaps, Escape clears.
      </p>
    </Panel>
  );
}
