/** What the colours mean, and, where the points are only a sample, that they are. */
import { useMemo, useSyncExternalStore } from 'react';
import { wholeText } from '../../base/whole-text.ts';
import { onThemeChange } from '../plots/theme-change.ts';
import { useLive } from '../store/live.ts';
import { countedFrom } from '../../worker/frame.ts';
import { agentColour, agentColourCount, diverging, twilight } from './colour-maps.ts';
import { frequencyScale } from './frequency-scale.ts';
import { cssColour, type Rgb } from './oklab.ts';
import type { ColourBy } from './stage-model.ts';
import { componentColour, componentColourCount, readStageTheme, type StageTheme } from './stage-theme.ts';
import styles from './Stage.module.css';

let theme: StageTheme | undefined;

function currentTheme(): StageTheme {
  return (theme ??= readStageTheme(getComputedStyle(document.documentElement)));
}

function subscribeToTheme(changed: () => void): () => void {
  return onThemeChange(() => {
    theme = undefined;
    changed();
  });
}

export interface LegendProps {
  readonly colourBy: ColourBy;
  /** Points that are drawn at most. */
  readonly maxPoints: number;
}

export function Legend({ colourBy, maxPoints }: LegendProps) {
  const shown = useLive((state) => state.shown.agent.length);
  const oscillators = useLive((state) => state.scenario.field.oscillators);
  const drawn = Math.min(shown, maxPoints);
  return (
    <div className={styles['legend']}>
      <div className={styles['key']}>
        {colourBy === 'frequency' && <FrequencyKey />}
        {colourBy === 'phase' && <PhaseKey />}
        {(colourBy === 'agent' || colourBy === 'component') && <DistinctKey by={colourBy} />}
      </div>
      {drawn > 0 && drawn < oscillators && (
        <p className={styles['note']}>
          points: a sample of {wholeText(drawn)}
          {oscillators >= countedFrom && (
            <>
              <br />
              rim: all {wholeText(oscillators)}
            </>
          )}
        </p>
      )}
    </div>
  );
}

function FrequencyKey() {
  const { dark } = useSyncExternalStore(subscribeToTheme, currentTheme);
  const frequencies = useLive((state) => state.shown.frequencyRadS);
  const { medianRadS, reachRadS } = useMemo(() => frequencyScale(frequencies), [frequencies]);
  const ends = reachRadS > 0;
  return (
    <Key title="natural frequency ω, rad/s" gradient={gradient((share) => diverging(ends ? share : 0.5, dark), 'to right')}>
      <span>{ends && `≤ ${signed(medianRadS - reachRadS)}`}</span>
      <span>{signed(medianRadS)}</span>
      <span>{ends && `≥ ${signed(medianRadS + reachRadS)}`}</span>
    </Key>
  );
}

function PhaseKey() {
  const { dark } = useSyncExternalStore(subscribeToTheme, currentTheme);
  return (
    <Key title="phase θ, rad" gradient={gradient((turn) => twilight(turn, dark), 'to right')}>
      <span>0</span>
      <span>π</span>
      <span>2π</span>
    </Key>
  );
}

interface KeyProps {
  readonly title: string;
  readonly gradient: string;
  readonly children: React.ReactNode;
}

function Key({ title, gradient: background, children }: KeyProps) {
  return (
    <>
      <p className={styles['legendTitle']}>{title}</p>
      <div className={styles['bar']} style={{ background }} />
      <div className={styles['ends']}>{children}</div>
    </>
  );
}

function DistinctKey({ by }: { readonly by: 'agent' | 'component' }) {
  const shades = useSyncExternalStore(subscribeToTheme, currentTheme);
  const count = by === 'agent' ? agentColourCount : componentColourCount;
  const agents = useLive((state) => state.scenario.mesh.agents);
  const listed = by === 'agent' ? Math.min(count, agents) : count;
  const colourOf = (i: number): Rgb => (by === 'agent' ? agentColour(i, shades.dark) : componentColour(shades, i));
  return (
    <>
      <p className={styles['legendTitle']}>{by === 'agent' ? 'agent, from the inner band out' : 'component, from the top down'}</p>
      <ul className={styles['swatches']}>
        {Array.from({ length: listed }, (_, i) => (
          <li key={i}>
            <span className={styles['swatch']} style={{ background: cssColour(colourOf(i)) }} />
            {i}
          </li>
        ))}
        {(by === 'component' || agents > count) && <li>… then again</li>}
      </ul>
    </>
  );
}

/** Stops every 16th: straight lines in sRGB between them look like the map itself. */
function gradient(colourAt: (share: number) => Rgb, direction: string): string {
  return `linear-gradient(${direction}, ${Array.from({ length: 17 }, (_, i) => cssColour(colourAt(Math.min(0.9999, i / 16)))).join(', ')})`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(Math.abs(value) < 10 ? 2 : 1);
  return Number(text) === 0 ? '0' : value < 0 ? `−${text}` : `+${text}`;
}
