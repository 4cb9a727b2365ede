/** What a parameter was when its scenario was opened: that of the preset, or of the defaults. */
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { presetNamed } from '../../lab/scenario/presets.ts';
import { liveStore } from '../store/live.ts';
import { setValue } from './session.ts';
import { valueAt } from './value-at.ts';

type Plain = number | string | boolean;

/** Undefined where a scenario of that kind has no such parameter. */
export function startValue(path: string): Plain | undefined {
  const { preset } = liveStore.getState();
  const value = valueAt(presetNamed(preset ?? '')?.scenario ?? defaultScenario, path);
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

export function resetValue(path: string): void {
  const start = startValue(path);
  if (start !== undefined && valueAt(liveStore.getState().now, path) !== start) setValue(path, start);
}
