import type { Shape } from './partition.ts';

/** Two sides of equal size (the second is larger by one when M is odd). With an even M neither side is a quorum. */
export const halves: Shape = (agents) => {
  const border = Math.floor(agents / 2);
  return { open: (from, to) => from < border === to < border };
};
