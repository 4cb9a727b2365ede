import type { Shape } from './partition.ts';

/** The first agents, just fewer than half, against the others, who are a quorum. */
export const minority: Shape = (agents) => {
  const border = Math.floor((agents - 1) / 2);
  return { open: (from, to) => from < border === to < border };
};
