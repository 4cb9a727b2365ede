/** What a person does to the cut by moving an agent: into another group, or out of all. */
import type { Action, Intervention } from '../../lab/scenario/schema.ts';

/** The action that puts an agent into a group, or into one of its own. Undefined where nothing would change. */
export function regroup(groupOf: ArrayLike<number>, agent: number, target: number | 'alone'): Action | undefined {
  const own = groupOf[agent] as number;
  const members = groupsOf(groupOf);
  if (target === 'alone' ? members[own]?.length === 1 : target === own) return undefined;
  const without = members.map((group) => group.filter((other) => other !== agent));
  if (target === 'alone') without.push([agent]);
  else without[target] = [...(without[target] ?? []), agent].sort((a, b) => a - b);
  const groups = without.filter((group) => group.length > 0);
  return groups.length > 1 ? { do: 'partition', groups } : { do: 'heal' };
}

/** The members of each group, by its number. */
export function groupsOf(groupOf: ArrayLike<number>): number[][] {
  const groups: number[][] = [];
  for (let agent = 0; agent < groupOf.length; agent++) (groups[groupOf[agent] as number] ??= []).push(agent);
  return groups;
}

/** “0–6, 9” */
export function membersText(members: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const agent of members) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === agent - 1) last[1] = agent;
    else runs.push([agent, agent]);
  }
  return runs
    .map(([first, last]) => (first === last ? String(first) : `${String(first)}${last === first + 1 ? ', ' : '–'}${String(last)}`))
    .join(', ');
}

const notGroups: Partial<Readonly<Record<NonNullable<Extract<Intervention, { do: 'partition' }>['shape']>, string>>> = {
  bridge: 'A bridge is no division into groups: one agent hears both sides.',
  ring: 'In a ring of majorities everyone hears others: there are no groups.',
  'one-way': 'This cut lets one direction pass: groups do not say which.',
  flapping: 'This cut opens and closes by itself.',
};

/** Why no agent can be moved across the cut of now, if so: the shape of the last partition is no division into groups. */
export function fixedReason(interventions: readonly Intervention[], nowS: number): string | undefined {
  let cut: Intervention | undefined;
  for (const intervention of interventions) {
    if (intervention.atS > nowS) break;
    if (intervention.do === 'partition' || intervention.do === 'heal') cut = intervention;
  }
  return cut?.do === 'partition' && cut.shape !== undefined ? notGroups[cut.shape] : undefined;
}
