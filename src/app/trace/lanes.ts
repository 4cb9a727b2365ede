/** Which lifelines are drawn, and in what order: hidden, pinned on top, moved, side by side in groups, a group folded into one. */

export const groupings = ['none', 'side', 'name'] as const;
export type Grouping = (typeof groupings)[number];

/** Lifelines by their names, so that it holds for another run beside this one, too. */
export interface Arrangement {
  readonly hidden: ReadonlySet<string>;
  /** In the order in which they were pinned. */
  readonly pinned: readonly string[];
  /** The order that a person gave; those that are not in it keep their place after it. */
  readonly order: readonly string[];
  readonly grouping: Grouping;
  /** Groups that are drawn as one lifeline. */
  readonly folded: ReadonlySet<string>;
}

export const asItIs: Arrangement = { hidden: new Set(), pinned: [], order: [], grouping: 'none', folded: new Set() };

/** One row of the diagram. */
export interface Lane {
  readonly name: string;
  /** More than one where a group is folded. */
  readonly agents: readonly number[];
  readonly group: string;
  readonly isPinned: boolean;
}

/** @param sides shape [agents]: the side of the cut that each is on; undefined without a cut. */
export function lanesOf(names: readonly string[], arrangement: Arrangement, sides: ArrayLike<number> | undefined): readonly Lane[] {
  const { hidden, pinned, order, folded } = arrangement;
  const place = new Map(order.map((name, i) => [name, i]));
  const rank = (name: string, agent: number): number => place.get(name) ?? order.length + agent;
  const shown = names.flatMap((name, agent) => (hidden.has(name) ? [] : [{ name, agent }]));
  const on = (isPinned: boolean) => shown.filter(({ name }) => pinned.includes(name) === isPinned);
  const top = on(true)
    .sort((a, b) => pinned.indexOf(a.name) - pinned.indexOf(b.name))
    .map(({ name, agent }): Lane => ({ name, agents: [agent], group: '', isPinned: true }));
  const rest = on(false).sort((a, b) => rank(a.name, a.agent) - rank(b.name, b.agent));
  const groups = new Map<string, Lane[]>();
  for (const { name, agent } of rest) {
    const group = groupOf(name, agent, arrangement.grouping, sides);
    const lanes = groups.get(group) ?? [];
    const [first] = lanes;
    if (folded.has(group) && group !== '' && first !== undefined) lanes[0] = { ...first, agents: [...first.agents, agent] };
    else lanes.push({ name, agents: [agent], group, isPinned: false });
    groups.set(group, lanes);
  }
  const grouped = [...groups].sort(([a], [b]) =>
    order.length > 0 || arrangement.grouping === 'none' ? 0 : a.localeCompare(b, 'en', { numeric: true }),
  );
  return [...top, ...grouped.flatMap(([group, lanes]) => lanes.map((lane) => named(lane, group)))];
}

function named(lane: Lane, group: string): Lane {
  return lane.agents.length === 1 ? lane : { ...lane, name: `${group} (${String(lane.agents.length)})` };
}

/** Empty: in no group. */
export function groupOf(name: string, agent: number, grouping: Grouping, sides: ArrayLike<number> | undefined): string {
  if (grouping === 'side') return sides === undefined ? '' : `side ${String(sides[agent] ?? 0)}`;
  // Hosts that are told apart by a number: node1, node2, client-1.
  return grouping === 'name' ? name.replace(/[\s_.:-]*\d+$/, '') : '';
}

/** Shape [agents]: 1 for those that have a row. */
export function shownMask(lanes: readonly Lane[], agents: number): Uint8Array {
  const mask = new Uint8Array(agents);
  for (const lane of lanes) for (const agent of lane.agents) mask[agent] = 1;
  return mask;
}

/** The same with one lifeline a place up (−1) or down (1) among those that are shown. */
export function moved(lanes: readonly Lane[], names: readonly string[], arrangement: Arrangement, name: string, by: -1 | 1): Arrangement {
  const list = lanes.filter(({ isPinned }) => !isPinned).flatMap(({ agents }) => agents.map((agent) => names[agent] ?? ''));
  const from = list.indexOf(name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return arrangement;
  const next = list.toSpliced(from, 1).toSpliced(to, 0, name);
  return { ...arrangement, order: [...next, ...names.filter((one) => !next.includes(one))] };
}
