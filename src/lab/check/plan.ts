/**
 * A trial before it is written down as a scenario: faults until a certain time, at which everything is mended; then quiet, in
 * which the mesh must bring to an end what was begun. Whatever is done to the faults, the mending follows from them.
 */
import { maxClockJump } from '../../mesh/clock.ts';
import type { Intervention, Scenario } from '../scenario/schema.ts';

export interface Plan {
  /** Everything but the interventions and the duration. */
  readonly base: Scenario;
  /** In the order of their times, all of them before `faultsEndS`. */
  readonly faults: readonly Intervention[];
  /** A step boundary, s. */
  readonly faultsEndS: number;
  /** In the quiet no more tokens are made. */
  readonly loadStops: boolean;
}

/**
 * How long the quiet lasts, s: within it all that was generated before must be validated and stand in every log. What takes
 * longest are two round trips of a quorum that just suffices, where one message in a hundred takes seconds.
 */
export const quietS = 20;

export function scenarioOf(plan: Plan): Scenario {
  return { ...plan.base, durationS: plan.faultsEndS + quietS, interventions: [...plan.faults, ...mending(plan)] };
}

/** What brings the network, the agents and the settings back to order after these faults. */
export function mending({ base, faults, faultsEndS: atS, loadStops }: Plan): readonly Intervention[] {
  let isCut = false;
  const down = new Set<number>();
  /** Whose clocks are so far ahead that nobody hears them. */
  const wild = new Set<number>();
  const paused = new Set<number>();
  const { loss, duplication, reordering, tokenRateHz } = base.mesh;
  const settings = new Map<string, unknown>(
    Object.entries({ loss, duplication, reordering, tokenRateHz }).map(([key, value]) => [`mesh.${key}`, value]),
  );
  for (const fault of faults) {
    if (fault.do === 'partition' || fault.do === 'heal') isCut = fault.do === 'partition';
    else if (fault.do === 'crash') {
      if (!down.has(fault.agent)) paused.delete(fault.agent);
      if (!down.has(fault.agent) && fault.disk === 'lost') wild.delete(fault.agent);
      down.add(fault.agent);
    } else if (fault.do === 'restart') {
      if (down.has(fault.agent) && fault.disk === 'lost') wild.delete(fault.agent);
      down.delete(fault.agent);
    } else if (fault.do === 'jump') {
      if (!down.has(fault.agent) && fault.ticks > maxClockJump) wild.add(fault.agent);
    } else if (fault.do === 'pause') {
      if (!down.has(fault.agent)) paused.add(fault.agent);
    } else if (fault.do === 'resume') paused.delete(fault.agent);
    else settings.set(fault.path, fault.value);
  }
  const calm = { 'mesh.loss': 0, 'mesh.duplication': 0, 'mesh.reordering': 0, 'mesh.tokenRateHz': loadStops ? 0 : tokenRateHz };
  return [
    ...(isCut ? [{ atS, do: 'heal' } as const] : []),
    ...inOrder(wild).map((agent) => ({ atS, do: 'crash', agent, disk: 'lost' }) as const),
    ...inOrder(new Set([...down, ...wild])).map(
      (agent) => ({ atS, do: 'restart', agent, disk: wild.has(agent) ? 'lost' : 'kept' }) as const,
    ),
    ...inOrder([...paused].filter((agent) => !wild.has(agent))).map((agent) => ({ atS, do: 'resume', agent }) as const),
    ...Object.entries(calm)
      .filter(([path, value]) => settings.get(path) !== value)
      .map(([path, value]) => ({ atS, do: 'set', path, value }) as const),
  ];
}

function inOrder(agents: Iterable<number>): readonly number[] {
  return [...agents].sort((a, b) => a - b);
}
