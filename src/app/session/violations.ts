/** Asks what the observer saw as soon as a frame says that there is more of it. */
import type { Frame } from '../../worker/frame.ts';
import { violationStore } from '../store/violations.ts';
import { ask, ignoreLost } from './link.ts';

let asking = false;

export function followViolations({ generation, violations: count }: Frame): void {
  const known = violationStore.getState();
  if (known.generation !== generation) violationStore.setState({ generation, count: 0, first: [] });
  if (asking || count === violationStore.getState().count) return;
  asking = true;
  ask((api) => api.violations())
    .then((first) => {
      if (violationStore.getState().generation === generation) violationStore.setState({ count, first });
    })
    .catch(ignoreLost)
    .finally(() => {
      asking = false;
    });
}
