/** Where the agents are drawn: on the way to where the layout wants them, so that the eye follows who goes where. */
import type { MeshLayout } from './layout.ts';

/** Time in which a way shrinks to its e-th part. */
const easeMs = 110;
const closePx = 0.3;

export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Moves `places` towards the layout by what `elapsedMs` allows. True while they have not arrived. */
export function easePlaces({ x, y }: Places, layout: MeshLayout, elapsedMs: number): boolean {
  const share = 1 - Math.exp(-elapsedMs / easeMs);
  let moving = false;
  for (let agent = 0; agent < layout.agents; agent++) {
    const dx = (layout.x[agent] as number) - (x[agent] as number);
    const dy = (layout.y[agent] as number) - (y[agent] as number);
    const near = Math.abs(dx) < closePx && Math.abs(dy) < closePx;
    x[agent] = (x[agent] as number) + (near ? dx : share * dx);
    y[agent] = (y[agent] as number) + (near ? dy : share * dy);
    moving ||= !near;
  }
  return moving;
}
