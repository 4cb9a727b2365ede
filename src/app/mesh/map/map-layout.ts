/**
 * Where the agents stand on the world map: at their regions, moved apart where these are too close for discs. Who is in one
 * group is linked by lines as short as can be: a cut is seen as a net that has come apart.
 */
import { regionAt } from '../../../lab/scenario/regions.ts';
import type { MeshLayout } from '../layout.ts';
import { placeLabels } from './labels.ts';
import { mapView } from './natural-earth.ts';

const discPx = { roomy: 9, tight: 5, crowd: 3 } as const;
/** Between the rims of two discs: room for the ring of what waits. */
const gapPx = 6;
const rounds = 120;
/** Of the way back to its region, in every round. */
const pullBack = 0.04;
const edgePx = 14;

export function mapLayout(groupOf: ArrayLike<number>, widthPx: number, heightPx: number): MeshLayout {
  const agents = groupOf.length;
  const group = Uint8Array.from(groupOf);
  const groups = agents === 0 ? 0 : Math.max(...group) + 1;
  const view = mapView(widthPx, heightPx);
  const regionX = new Float64Array(agents);
  const regionY = new Float64Array(agents);
  for (let agent = 0; agent < agents; agent++) {
    const { longitudeDeg, latitudeDeg } = regionAt(agent, agents);
    [regionX[agent], regionY[agent]] = view(longitudeDeg, latitudeDeg);
  }
  const radius = agents > 48 ? discPx.crowd : agents > 24 || widthPx < 320 ? discPx.tight : discPx.roomy;
  const { x, y } = apart(regionX, regionY, radius, widthPx, heightPx);
  const wallShare = new Float32Array(agents * agents);
  for (let a = 0; a < agents; a++) for (let b = 0; b < agents; b++) wallShare[a * agents + b] = group[a] === group[b] ? NaN : 0.5;
  return {
    agents,
    groups,
    x,
    y,
    group,
    order: Array.from({ length: agents }, (_, agent) => agent),
    centreX: widthPx / 2,
    centreY: heightPx / 2,
    radiusX: widthPx / 4,
    radiusY: heightPx / 4,
    discPx: radius,
    wallsRad: [],
    names: Array.from({ length: groups }, (_, g) => ({ x: 46 + 92 * g, y: heightPx - 22 })),
    wallShare,
    labels: placeLabels({ x, y, discPx: radius, widthPx, heightPx }, (agent) => regionAt(agent, agents).place),
    map: { view, regionX, regionY, links: links(x, y, group) },
  };
}

/** Pushes discs out of each other, each held by its region. */
function apart(
  regionX: Float64Array,
  regionY: Float64Array,
  radius: number,
  widthPx: number,
  heightPx: number,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const agents = regionX.length;
  const least = 2 * radius + gapPx;
  // Agents of one region begin on a spiral: from one point there is no direction to push.
  const x = regionX.map((at, agent) => at + 0.5 * Math.sqrt(agent) * Math.cos(2.4 * agent));
  const y = regionY.map((at, agent) => at + 0.5 * Math.sqrt(agent) * Math.sin(2.4 * agent));
  for (let round = 0; round < rounds; round++) {
    const hold = round < rounds - 20 ? pullBack : 0;
    for (let a = 0; a < agents; a++) {
      x[a] = (x[a] as number) + hold * ((regionX[a] as number) - (x[a] as number));
      y[a] = (y[a] as number) + hold * ((regionY[a] as number) - (y[a] as number));
      for (let b = 0; b < a; b++) {
        const dx = (x[a] as number) - (x[b] as number);
        const dy = (y[a] as number) - (y[b] as number);
        const distance = Math.hypot(dx, dy);
        if (distance >= least || distance === 0) continue;
        const push = (least - distance) / 2 / distance;
        x[a] = (x[a] as number) + push * dx;
        y[a] = (y[a] as number) + push * dy;
        x[b] = (x[b] as number) - push * dx;
        y[b] = (y[b] as number) - push * dy;
      }
      x[a] = Math.min(widthPx - edgePx, Math.max(edgePx, x[a] as number));
      y[a] = Math.min(heightPx - edgePx, Math.max(edgePx, y[a] as number));
    }
  }
  return { x, y };
}

/** The shortest net that joins the members of each group (Prim 1957). */
function links(x: Float64Array, y: Float64Array, group: Uint8Array): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const joined = new Set<number>();
  for (let start = 0; start < group.length; start++) {
    if (joined.has(start)) continue;
    const rest = new Map<number, number>();
    for (let agent = start + 1; agent < group.length; agent++) if (group[agent] === group[start]) rest.set(agent, start);
    joined.add(start);
    while (rest.size > 0) {
      const length = ([a, b]: readonly [number, number]): number =>
        Math.hypot((x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number));
      const next = [...rest].reduce((best, link) => (length(link) < length(best) ? link : best));
      found.push(next);
      rest.delete(next[0]);
      joined.add(next[0]);
      for (const [agent, nearest] of rest) if (length([agent, next[0]]) < length([agent, nearest])) rest.set(agent, next[0]);
    }
  }
  return found;
}
