/** What lasts: agents that are down or paused, and the sides of a cut network. */
import { findComponents } from '../../mesh/components.ts';
import { createGroups } from '../../mesh/partition/groups.ts';
import { shapes } from '../../mesh/partition/shapes.ts';
import type { Intervention } from '../scenario/schema.ts';
import type { Events } from './types.ts';

export interface Outage {
  readonly agent: number;
  readonly state: 'down' | 'paused';
  readonly fromS: number;
  /** Infinity while it lasts. */
  readonly toS: number;
}

export interface CutSpan {
  readonly fromS: number;
  readonly toS: number;
  /** Shape [agents]: number of each agent's side. Where all can still reach each other through others there is one. */
  readonly sides: Int32Array;
}

export function outages({ names, kinds, marks, kind, agent, timeS }: Events): readonly Outage[] {
  const found: Outage[] = [];
  const open = names.map((): { state: Outage['state']; fromS: number } | undefined => undefined);
  const close = (its: number, toS: number): void => {
    const begun = open[its];
    if (begun !== undefined) found.push({ agent: its, ...begun, toS });
    open[its] = undefined;
  };
  for (const mark of marks) {
    const name = kinds[kind[mark] as number];
    const its = agent[mark] as number;
    // A clock that jumps begins nothing and ends nothing.
    if (its < 0 || name === 'jump') continue;
    close(its, timeS[mark] as number);
    if (name === 'crash' || name === 'pause') open[its] = { state: name === 'crash' ? 'down' : 'paused', fromS: timeS[mark] as number };
  }
  open.forEach((_, its) => {
    close(its, Infinity);
  });
  return found;
}

/** @param interventions in the order of their times, as a run recorded them. */
export function cutSpans(interventions: readonly Intervention[], agents: number): readonly CutSpan[] {
  const spans: CutSpan[] = [];
  let open: Omit<CutSpan, 'toS'> | undefined;
  for (const intervention of interventions) {
    if (intervention.do !== 'partition' && intervention.do !== 'heal') continue;
    if (open !== undefined) spans.push({ ...open, toS: intervention.atS });
    open = intervention.do === 'heal' ? undefined : { fromS: intervention.atS, sides: sidesOf(intervention, agents) };
  }
  if (open !== undefined) spans.push({ ...open, toS: Infinity });
  return spans;
}

function sidesOf({ shape, groups }: Extract<Intervention, { do: 'partition' }>, agents: number): Int32Array {
  const partition = shape === undefined ? createGroups(groups ?? [], agents) : shapes[shape](agents);
  const sides = new Int32Array(agents);
  findComponents(new Uint8Array(agents).fill(1), (from, to) => partition.open(from, to, 0), sides);
  return sides;
}
