/** Changes that somebody asks for by path: which of them a fault is about, and what can be kept of them. */
import { faultText, quote, type Fault } from './fault.ts';

/** Whether a fault stands at the path of a change, below it or on the way to it, or is about the path itself. */
export function touches(path: string, fault: Fault): boolean {
  if (fault.path === '') return fault.found === quote(path);
  return isWithin(fault.path, path) || isWithin(path, fault.path);
}

function isWithin(path: string, outer: string): boolean {
  return path.startsWith(outer) && /^(?:$|[.[])/.test(path.slice(outer.length));
}

/**
 * The changes that are sound together, and every fault of the others. Where nothing that was asked for is at fault by
 * itself (a step that the sampling interval is no multiple of), they are taken one after the other.
 * @param judge every fault of what so many changes make; none of no changes.
 */
export function keepSound<Change extends { readonly path: string }>(
  changes: readonly Change[],
  judge: (changes: readonly Change[]) => readonly Fault[],
): { readonly kept: readonly Change[]; readonly faults: readonly Fault[] } {
  const told = new Map<string, Fault>();
  let kept = changes;
  for (;;) {
    const found = judge(kept);
    for (const fault of found) told.set(faultText(fault), fault);
    if (found.length === 0) break;
    const rest = kept.filter(({ path }) => !found.some((fault) => touches(path, fault)));
    if (rest.length === kept.length) {
      kept = kept.reduce<readonly Change[]>((sound, change) => (judge([...sound, change]).length === 0 ? [...sound, change] : sound), []);
      break;
    }
    kept = rest;
  }
  return { kept, faults: [...told.values()] };
}
