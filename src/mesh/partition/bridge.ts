import type { Shape } from './partition.ts';

/** Two sides that do not hear each other and one agent in the middle that hears, and is heard by, both. */
export const bridge: Shape = (agents) => {
  const middle = Math.floor(agents / 2);
  return { open: (from, to) => from === middle || to === middle || from < middle === to < middle };
};
