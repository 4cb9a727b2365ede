import { useEffect, useEffectEvent } from 'react';
import { onDraw } from '../../frame-loop.ts';
import type { Frame } from '../../../worker/frame.ts';

/** Calls `update` with the newest frame, at most every `everyMs`, and always once more after the last frame of a burst. */
export function useSlowFrames(update: (frame: Frame) => void, everyMs: number): void {
  const latest = useEffectEvent(update);
  useEffect(() => {
    let updatedMs = -Infinity;
    let updatedTimeS = NaN;
    let updatedGeneration = NaN;
    return onDraw((frame, nowMs) => {
      const moved = frame.timeS !== updatedTimeS || frame.generation !== updatedGeneration;
      // A paused run still answers now and then: its last state is shown even if it came within the wait.
      if (nowMs - updatedMs < everyMs && (frame.playing || !moved)) return;
      updatedMs = nowMs;
      updatedTimeS = frame.timeS;
      updatedGeneration = frame.generation;
      latest(frame);
    }, 'other');
  }, [everyMs]);
}
