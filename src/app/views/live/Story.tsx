import { useState } from 'react';
import { liveStore, useLive } from '../../store/live.ts';
import { momentOf, story } from './story.ts';
import { useSlowFrames } from './use-slow-frames.ts';
import styles from './Story.module.css';

/** Slow enough to be read, and to be read aloud. */
const everyMs = 1_000;

export function Story() {
  const phase = useLive((state) => state.phase);
  const [told, setTold] = useState('');
  useSlowFrames((frame) => {
    const { playing, interventions, now } = liveStore.getState();
    const healedBefore = interventions.some((i) => i.do === 'heal' && i.atS <= frame.timeS);
    setTold(story(momentOf(frame, { playing, healedBefore, tokenRateHz: now.mesh.tokenRateHz, protocol: now.mesh.protocol })));
  }, everyMs);
  return (
    <p className={styles.story} aria-live="polite">
      {phase === 'ready' && told !== '' ? told : untold[phase]}
    </p>
  );
}

/** Where no frame has told anything yet, or none will. */
const untold = {
  starting: 'The laboratory is starting.',
  ready: 'Drag Coupling K: the stronger the pull, the closer the oscillators gather.',
  replaying: 'Bringing the run back: what was recorded runs again, to the same bits.',
  lost: 'The run stands still.',
  refused: 'No run: see below why.',
} as const;
