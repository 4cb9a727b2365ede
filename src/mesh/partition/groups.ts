import type { Partition } from './partition.ts';

/** Agents of the same group hear each other; those that no group names form a group of their own. */
export function createGroups(groups: readonly (readonly number[])[], agents: number): Partition {
  const groupOf = new Int32Array(agents).fill(-1);
  groups.forEach((group, index) => {
    for (const agent of group) groupOf[agent] = index;
  });
  return { open: (from, to) => groupOf[from] === groupOf[to] };
}
