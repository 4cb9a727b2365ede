/**
 * The outline of land on the world map, reduced to what a map of 500 pixels shows. `tsx e2e/house/land.ts` writes it anew to
 * src/app/mesh/map/land.ts, from Natural Earth's 1:110m land (public domain) as the package world-atlas has it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import atlas from 'world-atlas/land-110m.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
export const landPath = join(root, 'src/app/mesh/map/land.ts');

/** Degrees: no corner of the outline is left out that stands further than this off the line without it. */
const toleranceDeg = 0.9;
/** Square degrees: smaller islands are left out. */
const leastArea = 6;
/** No agent is farther south. */
const southernmostDeg = -56;
/** Corners stand on a grid of so many to a degree. */
const perDegree = 2;

type Corner = readonly [number, number];

const pair = v.tuple([v.number(), v.number()]);
const atlasSchema = v.object({
  transform: v.object({ scale: pair, translate: pair }),
  arcs: v.array(v.array(pair)),
  objects: v.object({
    land: v.object({ geometries: v.tuple([v.object({ type: v.literal('MultiPolygon'), arcs: v.array(v.array(v.array(v.number()))) })]) }),
  }),
});

/** The module as it is committed. */
export function landModule(): string {
  const rings = landRings()
    .filter((ring) => Math.abs(areaOf(ring)) >= leastArea && ring.some(([, latitude]) => latitude > southernmostDeg))
    .map((ring) => simplified(ring).map(([x, y]) => [Math.round(x * perDegree), Math.round(y * perDegree)]))
    .filter((ring) => ring.length > 3);
  const text = rings.map((ring) => `  '${ring.map((corner) => corner.join(' ')).join(',')}',`).join('\n');
  return `/** Made by e2e/house/land.ts from Natural Earth’s land, 1:110m (public domain): rings of longitude and latitude, in half degrees. */
// prettier-ignore
export const landHalfDegrees: readonly string[] = [
${text}
];
`;
}

function landRings(): readonly (readonly Corner[])[] {
  const { transform, arcs, objects } = v.parse(atlasSchema, atlas);
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Corner => {
      x += dx;
      y += dy;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
  // A negative number is the arc of its complement, backwards; neighbouring arcs share a corner.
  const ringOf = (arcNumbers: readonly number[]): readonly Corner[] =>
    arcNumbers.flatMap((i, place) => (i < 0 ? (lines[~i] ?? []).toReversed() : (lines[i] ?? [])).slice(place === 0 ? 0 : 1));
  return objects.land.geometries[0].arcs.flatMap((polygon) => polygon.slice(0, 1).map(ringOf));
}

function areaOf(ring: readonly Corner[]): number {
  return ring.reduce((sum, [x, y], i) => sum + (x * (ring[i + 1] ?? [x, y])[1] - (ring[i + 1] ?? [x, y])[0] * y) / 2, 0);
}

/** Douglas & Peucker 1973. */
function simplified(line: readonly Corner[]): readonly Corner[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return line;
  let [farthest, most] = [0, 0];
  line.forEach((corner, i) => {
    const away = distance(corner, first, last);
    if (away > most) [farthest, most] = [i, away];
  });
  if (most <= toleranceDeg) return [first, last];
  return [...simplified(line.slice(0, farthest + 1)), ...simplified(line.slice(farthest)).slice(1)];
}

/** From a corner to the straight line through a and b, or to a where both are one. */
function distance([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

if (import.meta.filename === process.argv[1]) writeFileSync(landPath, landModule());
