/** What was done to the mesh, as the plots mark it: a partition lasts until its heal, everything else is a moment. */
import { parameters, type Parameter } from '../../lab/scenario/parameters.ts';
import type { Intervention } from '../../lab/scenario/schema.ts';

export interface Band {
  readonly fromS: number;
  /** Infinity while it has not been healed. */
  readonly toS: number;
  readonly label: string;
}

export interface Tick {
  readonly atS: number;
  readonly label: string;
}

export interface Marks {
  readonly bands: readonly Band[];
  readonly ticks: readonly Tick[];
}

/** `interventions` in the order of their times. A partition in place of another ends its band. */
export function marksOf(interventions: readonly Intervention[]): Marks {
  const bands: Band[] = [];
  const ticks: Tick[] = [];
  let open: Band | undefined;
  const close = (atS: number): void => {
    // Cut and healed at one step boundary: nothing was ever apart.
    if (open !== undefined && atS > open.fromS) bands.push({ ...open, toS: atS });
    open = undefined;
  };
  for (const intervention of interventions) {
    const { atS } = intervention;
    if (intervention.do === 'partition') {
      close(atS);
      open = { fromS: atS, toS: Infinity, label: intervention.shape ?? `${intervention.groups?.length ?? 0} groups` };
    } else if (intervention.do === 'heal') close(atS);
    else ticks.push({ atS, label: labelOf(intervention) });
  }
  close(Infinity);
  return { bands, ticks };
}

function labelOf(intervention: Exclude<Intervention, { readonly do: 'partition' | 'heal' }>): string {
  if (intervention.do === 'set') return `${nameOf(intervention.path)} = ${String(intervention.value)}`;
  return `${intervention.do} ${intervention.agent}`;
}

/** Its symbol where it has one. */
function nameOf(path: string): string {
  const parameter = Object.values<Parameter>(parameters).find((its) => its.path === path);
  if (parameter === undefined) return path;
  return parameter.kind === 'number' && parameter.symbol !== undefined ? parameter.symbol : parameter.label;
}
