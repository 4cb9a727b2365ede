/** The diagram in words, for whoever does not see it. */
import { unitOf } from './layout.ts';
import type { TraceState } from './trace-store.ts';

export function summaryOf({
  source,
  names,
  window,
  axis,
  inSight,
  isCounted,
  extent,
  compared,
  divergence,
  arrangement,
}: TraceState): string {
  const unit = unitOf(axis, source);
  const how = isCounted ? 'too many to tell apart, drawn by their number' : 'drawn one by one';
  const hidden = arrangement.hidden.size === 0 ? '' : `, ${String(arrangement.hidden.size)} hidden`;
  const [first] = divergence?.partings ?? [];
  const beside =
    compared === undefined
      ? ''
      : ` Below it, on the same axis: ${compared.title}. ${first === undefined ? 'They do not part.' : `They part first on ${first.name}.`}`;
  return `${String(names.length)} lifelines${hidden}, ${String(extent.length)} events. In sight from ${window.from.toFixed(2)}${unit} to ${window.to.toFixed(2)}${unit}: ${String(inSight)} events, ${how}.${beside}`;
}
