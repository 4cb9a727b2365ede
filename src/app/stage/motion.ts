/** Whether the person asked for less motion: heights then change at once. */
const query = '(prefers-reduced-motion: reduce)';

export function prefersStillness(): boolean {
  return window.matchMedia(query).matches;
}
