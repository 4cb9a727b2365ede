/**
 * A slider over the last ten minutes of the run. It goes with the run, written past React; whoever moves it sees the run as it was at
 * that moment, everywhere on the page, and can play on from there.
 */
import { useId, useRef, type KeyboardEvent } from 'react';
import { now } from '../../commands/time.ts';
import { marksOf } from '../../plots/marks.ts';
import { goTo, wantedS } from '../../session/past.ts';
import { liveStore, useLive } from '../../store/live.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { writeText } from '../../widgets/write-text.ts';
import type { Frame } from '../../../worker/frame.ts';
import { bandGradient } from './band-gradient.ts';
import { LeftBranch } from './LeftBranch.tsx';
import { useSlowFrames } from './use-slow-frames.ts';
import styles from './Scrubber.module.css';

/** As far as the run remembers closely; what lies before is reached by a longer way, from a plot or not at all. */
const reachS = 600;
const everyMs = 100;
/** A way that takes longer than this is told. */
const tellAfterMs = 300;

export function Scrubber() {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLOutputElement>(null);
  const bands = useRef<HTMLDivElement>(null);
  const ready = useLive(({ phase, exporting }) => phase === 'ready' && exporting === undefined);
  const travel = useRef({ fromS: NaN, sinceMs: 0 });
  const show = (frame: Frame): void => {
    if (input.current === null || text.current === null || bands.current === null) return;
    write(input.current, frame);
    const { minS, maxS } = rangeOf(frame);
    const gradient = bandGradient(marksOf(liveStore.getState().interventions), minS, maxS);
    if (bands.current.style.backgroundImage !== gradient) bands.current.style.backgroundImage = gradient;
    writeText(text.current, momentText(frame, travel.current));
  };
  useSlowFrames(show, everyMs);
  return (
    <div className={styles.scrubber}>
      <div className={styles.row}>
        <label htmlFor={id} className={styles.name}>
          Time
        </label>
        <div className={styles.track}>
          <div ref={bands} className={styles.bands} aria-hidden="true" />
          <div className={styles.slide}>
            <input
              ref={input}
              id={id}
              type="range"
              className={styles.range}
              min={0}
              max={1}
              step="any"
              defaultValue={1}
              disabled={!ready}
              title="The last ten minutes of the run: go to any moment of them, and play on from there."
              onInput={(event) => {
                goTo(endOr(event.currentTarget, event.currentTarget.valueAsNumber));
              }}
              onKeyDown={walk}
            />
          </div>
        </div>
        <output ref={text} className={styles.moment} aria-live="off" />
        <CommandButton command={now} />
      </div>
      <LeftBranch />
    </div>
  );
}

function rangeOf({ headS }: Frame): { readonly minS: number; readonly maxS: number } {
  return { minS: Math.max(0, headS - reachS), maxS: Math.max(headS, 1e-3) };
}

/** A slider that stands at its end asks for the end, however far that is by then. */
function endOr(input: HTMLInputElement, timeS: number): number {
  return timeS >= Number(input.max) ? Infinity : timeS;
}

function write(input: HTMLInputElement, frame: Frame): void {
  const { minS, maxS } = rangeOf(frame);
  // Zero for the first ten minutes; to set it is to have the thumb placed anew.
  if (input.min !== String(minS)) input.min = String(minS);
  input.max = String(maxS);
  const timeS = Math.min(wantedS() ?? frame.timeS, maxS);
  input.value = String(timeS);
  const beforeS = frame.headS - timeS;
  // While it goes with the run it says so, and no more: it would be read aloud ten times a second.
  const words = beforeS <= 0 ? 'now' : `${numberText(timeS, 2, 's')}, ${numberText(beforeS, 1, 's')} before now`;
  if (input.getAttribute('aria-valuetext') !== words) input.setAttribute('aria-valuetext', words);
}

const walksS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowDown: -0.1,
  ArrowRight: 0.1,
  ArrowUp: 0.1,
  PageDown: -10,
  PageUp: 10,
};

/** The browser's own steps would be parts of the whole: these are times. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const stepS = walksS[event.key];
  if (stepS === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const input = event.currentTarget;
  const timeS = Math.min(Number(input.max), Math.max(Number(input.min), input.valueAsNumber + (event.shiftKey ? 10 : 1) * stepS));
  input.value = String(timeS);
  goTo(endOr(input, timeS));
}

function momentText(frame: Frame, travel: { fromS: number; sinceMs: number }): string {
  const { timeS, headS, replayToS } = frame;
  if (Number.isNaN(replayToS)) travel.fromS = NaN;
  else {
    if (Number.isNaN(travel.fromS)) Object.assign(travel, { fromS: timeS, sinceMs: performance.now() });
    const share = (timeS - travel.fromS) / (replayToS - travel.fromS);
    if (performance.now() - travel.sinceMs > tellAfterMs) return `on the way, ${numberText(100 * Math.max(0, share), 0, '%')}`;
  }
  const beforeS = headS - timeS;
  return beforeS > 0 ? `−${numberText(beforeS, 1, 's')}` : 'now';
}
