/** How a live run goes on: by what is owed, or towards a moment that it is to be at; and what is done to it on the way. */
import { assert } from '../base/assert.ts';
import { failure, success, type Result } from '../base/result.ts';
import { roomFault } from '../lab/run/script.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import type { Action } from '../lab/scenario/schema.ts';
import type { Live } from './live-state.ts';

export function isReplaying(l: Live): boolean {
  return l.run.stepsDone < l.replaySteps;
}

/** Goes where it has never been: a run that was lost is brought back. */
export function isRecovering(l: Live): boolean {
  return l.timeline.headStep < l.replaySteps;
}

/** Advances the run by what is owed, or as far as the time allows: at least one step when one is owed. */
export function workFor(l: Live, host: { nowMs(): number }, budgetMs: number): void {
  applySettings(l);
  const beganMs = host.nowMs();
  const replaying = isReplaying(l);
  let steps = replaying ? l.replaySteps - l.run.stepsDone : l.pace.stepsDue(beganMs, l.speed);
  for (let spentMs = 0; steps > 0 && spentMs < budgetMs;) {
    const affordable = l.msPerStep > 0 ? Math.floor((budgetMs - spentMs) / l.msPerStep) : 1;
    const chunk = Math.min(steps, Math.max(1, affordable));
    l.run.advance(chunk);
    l.timeline.note();
    if (!replaying) l.pace.paid(chunk);
    steps -= chunk;
    const nextMs = host.nowMs() - beganMs;
    l.msPerStep = (nextMs - spentMs) / chunk;
    spentMs = nextMs;
  }
  if (!replaying || isReplaying(l)) return;
  for (const action of l.awaited.splice(0)) assert(take(l, action).ok, `a checked ${action.do} for which there was room is taken`);
  l.pace.restart(host.nowMs());
}

/** What waits for its step boundary is to find room there: in a run that has none left nothing waits, and the run itself says why not. */
export function take(l: Live, action: Action): Result<null, Fault> {
  const { script, stepsDone } = l.run;
  const hasRoom = roomFault(script.deeds, stepsDone, l.settings.size) === undefined;
  if (!hasRoom) applySettings(l);
  else if (action.do === 'set') {
    l.settings.set(action.path, action);
    return success(null);
  }
  const taken = l.timeline.intervene(action);
  return taken.ok ? success(null) : taken;
}

/** What is asked for on the way to a moment is done there; a refusal is to be told now. */
export function takeThere(l: Live, action: Action): Result<null, Fault> {
  const fault = roomFault(l.run.script.deeds, l.replaySteps, l.awaited.length);
  if (fault !== undefined) return failure(fault);
  l.awaited.push(action);
  return success(null);
}

export function applySettings(l: Live): void {
  for (const setting of l.settings.values()) {
    assert(l.timeline.intervene(setting).ok, `a checked setting of ${setting.path} is taken`);
  }
  l.settings.clear();
}
