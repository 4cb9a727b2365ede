import type { Shape } from './partition.ts';

/** The first half is heard by everyone, but hears nothing of the second. */
export const oneWay: Shape = (agents) => {
  const border = Math.floor(agents / 2);
  return { open: (from, to) => from < border || to >= border };
};
