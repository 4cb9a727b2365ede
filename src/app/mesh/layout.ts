/**
 * Where the agents stand in the picture: on a ring, clockwise by number from the top. A cut divides the ring into a sector a
 * group, pulled apart a little, with a wall between neighbouring sectors; whatever flies from one group to another meets one.
 */

import type { PlaceLabel } from './map/labels.ts';
import type { WorldMap } from './map/world-map.ts';

/** Everything in CSS pixels. */
export interface MeshLayout {
  readonly agents: number;
  readonly groups: number;
  /** Each of shape [M]. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly group: Uint8Array;
  /** The agents in their order on the ring. */
  readonly order: readonly number[];
  readonly centreX: number;
  readonly centreY: number;
  readonly radiusX: number;
  readonly radiusY: number;
  /** Radius of an agent's disc. */
  readonly discPx: number;
  /** Directions of the walls from the centre, rad, clockwise from the right; none while there is one group. */
  readonly wallsRad: readonly number[];
  /** Where each group's name stands. */
  readonly names: readonly { readonly x: number; readonly y: number }[];
  /** Shape [M × M]: share of the straight way from one to the other at which it meets its first wall; NaN where it meets none. */
  readonly wallShare: Float32Array;
  /** What stands beside the agents, where that is not for the ring to say. */
  readonly labels: readonly (PlaceLabel | undefined)[] | undefined;
  /** What lies under them, if it is a map. */
  readonly map: WorldMap | undefined;
}

const topRad = -Math.PI / 2;
const turnRad = 2 * Math.PI;
/** Room between two sectors; many groups share what three take. */
const gapRad = 0.42;
const maxGapsRad = 3 * gapRad;
/** How far a sector is moved out, as a share of the radius. */
const pull = 0.05;
/** Wider than high, as the panel is; not by so much that it is no ring. */
const maxAspect = 1.45;
const discs = { least: 2, most: 15 } as const;
/** With more agents there is no room beside a disc for its numbers. */
export const maxLabelled = 24;
const labelPx = { x: 66, y: 32 } as const;
const barePx = 12;

/** @param groupOf shape [M]: numbers from 0 to `groups` − 1, in the order of each group's lowest agent. */
export function ringLayout(groupOf: ArrayLike<number>, widthPx: number, heightPx: number): MeshLayout {
  const agents = groupOf.length;
  const group = Uint8Array.from(groupOf);
  const groups = agents === 0 ? 0 : Math.max(...group) + 1;
  const order = Array.from({ length: agents }, (_, agent) => agent).sort((a, b) => (group[a] ?? 0) - (group[b] ?? 0) || a - b);
  const margin = agents <= maxLabelled ? labelPx : { x: barePx, y: barePx };
  const centreX = widthPx / 2;
  const centreY = heightPx / 2;
  const room = discs.most * (agents <= maxLabelled ? 1 : 0.5);
  const radiusY = Math.max(20, Math.min(heightPx / 2 - margin.y - room, widthPx / 2 - margin.x - room) / (1 + pull));
  const radiusX = Math.max(radiusY, Math.min((widthPx / 2 - margin.x - room) / (1 + pull), maxAspect * radiusY));

  const gap = groups > 1 ? Math.min(gapRad, maxGapsRad / groups) : 0;
  const stepRad = (turnRad - groups * gap) / agents;
  const x = new Float64Array(agents);
  const y = new Float64Array(agents);
  const wallsRad: number[] = [];
  const names: { x: number; y: number }[] = [];
  let angle = topRad;
  for (let g = 0; g < groups; g++) {
    const members = order.filter((agent) => group[agent] === g);
    if (groups > 1) wallsRad.push(angle);
    const middleRad = angle + (gap + members.length * stepRad) / 2;
    names.push({ x: centreX + 0.45 * radiusX * Math.cos(middleRad), y: centreY + 0.45 * radiusY * Math.sin(middleRad) });
    const away = groups > 1 ? pull : 0;
    members.forEach((agent, place) => {
      const itsRad = angle + gap / 2 + (place + 0.5) * stepRad;
      x[agent] = centreX + radiusX * (Math.cos(itsRad) + away * Math.cos(middleRad));
      y[agent] = centreY + radiusY * (Math.sin(itsRad) + away * Math.sin(middleRad));
    });
    angle += gap + members.length * stepRad;
  }
  const discPx = Math.min(discs.most, Math.max(discs.least, 0.32 * stepRad * radiusY));
  const ring = { agents, groups, x, y, group, order, centreX, centreY, radiusX, radiusY, discPx, wallsRad, names };
  return { ...ring, wallShare: wallShares(ring), labels: undefined, map: undefined };
}

type Ring = Omit<MeshLayout, 'wallShare' | 'labels' | 'map'>;

function wallShares({ agents, group, x, y, centreX, centreY, radiusX, radiusY, wallsRad }: Ring): Float32Array {
  const shares = new Float32Array(agents * agents).fill(NaN);
  if (wallsRad.length === 0) return shares;
  for (let from = 0; from < agents; from++) {
    for (let to = 0; to < agents; to++) {
      if (group[from] === group[to]) continue;
      const ax = (x[from] as number) - centreX;
      const ay = (y[from] as number) - centreY;
      const bx = (x[to] as number) - centreX;
      const by = (y[to] as number) - centreY;
      let first = Infinity;
      for (const rad of wallsRad) first = Math.min(first, crossing(ax, ay, bx, by, radiusX * Math.cos(rad), radiusY * Math.sin(rad)));
      // Through the very centre rounding may miss every wall.
      shares[from * agents + to] = first <= 1 ? first : 0.5;
    }
  }
  return shares;
}

/** Share of the way from a to b at which it meets the ray from the origin through w; Infinity where it does not. */
function crossing(ax: number, ay: number, bx: number, by: number, wx: number, wy: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const across = dx * wy - dy * wx;
  if (across === 0) return Infinity;
  const share = (ay * wx - ax * wy) / across;
  if (share < 0 || share > 1) return Infinity;
  const along = (ax + share * dx) * wx + (ay + share * dy) * wy;
  return along >= 0 ? share : Infinity;
}

/** A finger is this wide; a disc may be smaller. */
const reachPx = 22;

/** The agent nearest to a point, if one is within reach. */
export function agentAt({ agents, x, y }: MeshLayout, px: number, py: number, withinPx = reachPx): number | undefined {
  let found: number | undefined;
  let least = withinPx;
  for (let agent = 0; agent < agents; agent++) {
    const apart = Math.hypot((x[agent] as number) - px, (y[agent] as number) - py);
    if (apart > least) continue;
    least = apart;
    found = agent;
  }
  return found;
}

/** The group that an agent joins when it is dropped at a point: that of whoever stands nearest; nobody's where all are far. */
export function dropGroup(layout: MeshLayout, px: number, py: number): number | 'alone' {
  const nearPx = Math.max(2.2 * reachPx, 0.55 * layout.radiusY);
  const nearest = agentAt(layout, px, py, nearPx);
  return nearest === undefined ? 'alone' : (layout.group[nearest] as number);
}
