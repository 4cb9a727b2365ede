import type { Shape } from './partition.ts';

/** Three groups of as equal size as possible: no one a quorum. */
export const thirds: Shape = (agents) => {
  const group = (agent: number) => Math.floor((agent * 3) / agents);
  return { open: (from, to) => group(from) === group(to) };
};
