/** How fast a run goes, in simulated seconds per real second. */
import { real } from '../../lab/scenario/parameter.ts';

/** Stops of the slider. */
export const speeds: readonly number[] = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 50, 100];

/** Of the page and not of a scenario; any speed can be typed. */
export const speed = real({
  path: 'speed',
  label: 'Speed',
  unit: '×',
  min: 0.01,
  max: 1000,
  step: 0.01,
  default: 1,
  help: 'Simulated seconds per real second.',
  live: true,
});
