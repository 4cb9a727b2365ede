/**
 * Inside a component every agent has a thin band of its own: agent 0 innermost, just outside the circle r = 1, so that
 * an arrow of full length ends at the points that it stands for.
 */

/** In radii of the phase circle. */
const innermost = 1.035;
const widestSpacing = 0.019;
const widestStack = 0.28;

export interface Bands {
  readonly spacing: number;
  /** Half of the room in which an agent's points may lie. */
  readonly halfWidth: number;
  readonly outermost: number;
}

export function bandsOf(agents: number): Bands {
  const spacing = Math.min(widestSpacing, widestStack / Math.max(1, agents - 1));
  return { spacing, halfWidth: 0.36 * spacing, outermost: innermost + spacing * (agents - 1) };
}

export function bandRadius(agent: number, spacing: number): number {
  return innermost + spacing * agent;
}
