/** Whether a cut parts the agents into groups, and who is in which. */

/**
 * Groups of agents that hear each other both ways, up or not. Fills `group` (shape [M]) with numbers from 0 in the order
 * of each group's lowest agent; with zeros where who hears whom does not fall into groups (a bridge, a ring).
 *
 * @returns the number of groups.
 */
export function findGroups(open: (from: number, to: number) => boolean, group: Int32Array): number {
  const agents = group.length;
  const lowest: number[] = [];
  const joined = (a: number, b: number): boolean => open(a, b) && open(b, a);
  for (let agent = 0; agent < agents; agent++) {
    const found = lowest.findIndex((first) => joined(first, agent));
    group[agent] = found === -1 ? lowest.push(agent) - 1 : found;
  }
  for (let a = 0; a < agents; a++) {
    for (let b = a + 1; b < agents; b++) {
      if (joined(a, b) === (group[a] === group[b])) continue;
      group.fill(0);
      return 1;
    }
  }
  return lowest.length;
}
