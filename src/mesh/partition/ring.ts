import type { Shape } from './partition.ts';

/**
 * Overlapping majorities on a ring: everyone hears its nearest neighbours, itself among them just more than half of all,
 * and no two hear the same ones (Jepsen's "majorities ring"). Among 2 or 3 agents that is everyone.
 */
export const ring: Shape = (agents) => {
  const reach = Math.ceil(Math.floor(agents / 2) / 2);
  return {
    open(from, to) {
      const apart = Math.abs(from - to);
      return Math.min(apart, agents - apart) <= reach;
    },
  };
};
