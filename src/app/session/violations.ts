/** Fetches what the observer saw as soon as a frame says that there is more of it. */
import type { Frame } from '../../worker/frame.ts';
import { violationStore } from '../store/violations.ts';
import { ask, ignoreLost } from './link.ts';

/** So many are kept on the page; the others are in the export. */
const maxKept = 100;

let fetching = false;

export function followViolations({ generation, violations: count }: Frame): void {
  const known = violationStore.getState();
  const first = known.generation === generation ? known.first : [];
  if (known.generation !== generation || known.count !== count) violationStore.setState({ generation, count, first });
  if (fetching || Math.min(count, maxKept) <= first.length) return;
  fetching = true;
  ask((api) => api.violations(first.length, maxKept))
    .then((more) => {
      if (violationStore.getState().generation === generation) violationStore.setState({ first: [...first, ...more] });
    })
    .catch(ignoreLost)
    .finally(() => {
      fetching = false;
    });
}
