/** Draws what lies under the agents on the world map: land, the net of each group, and a line from a disc to its region. */
import type { PlotTheme } from '../../plots/plot-theme.ts';
import type { MeshLayout } from '../layout.ts';
import type { Places } from '../places.ts';
import { landHalfDegrees } from './land.ts';
import type { WorldMap } from './world-map.ts';
import type { MapView } from './natural-earth.ts';

export interface MapScene {
  readonly layout: MeshLayout;
  readonly map: WorldMap;
  readonly places: Places;
  readonly theme: PlotTheme;
  /** Shape [M]: 1 for who hears a quorum. */
  readonly hearsQuorum: ArrayLike<number>;
}

/** Beyond so far from its region a disc is tied to it by a line. */
const tiedFromPx = 4;

export function drawMap(context: CanvasRenderingContext2D, { layout, map, places, theme, hearsQuorum }: MapScene): void {
  context.fillStyle = theme.colour('--surface-sunken');
  context.fill(landOf(map.view));
  const { x, y } = places;
  for (const quorum of [1, 0]) {
    context.beginPath();
    for (const [a, b] of map.links) {
      if (hearsQuorum[a] !== quorum) continue;
      context.moveTo(x[a] as number, y[a] as number);
      context.lineTo(x[b] as number, y[b] as number);
    }
    context.setLineDash(quorum === 1 ? [] : [3, 3]);
    context.strokeStyle = quorum === 1 ? theme.colour('--line-strong') : theme.bandLine;
    context.lineWidth = quorum === 1 ? 1.25 : 1.75;
    context.stroke();
  }
  context.setLineDash([]);
  context.beginPath();
  for (let agent = 0; agent < layout.agents; agent++) {
    const [atX, atY] = [map.regionX[agent] as number, map.regionY[agent] as number];
    if (Math.hypot((x[agent] as number) - atX, (y[agent] as number) - atY) < tiedFromPx) continue;
    context.moveTo(x[agent] as number, y[agent] as number);
    context.lineTo(atX, atY);
    context.arc(atX, atY, 1, 0, 2 * Math.PI);
  }
  context.strokeStyle = theme.inkFaint;
  context.lineWidth = 1;
  context.stroke();
}

const outlines = new WeakMap<MapView, Path2D>();

/** Made once for each size of the picture. */
function landOf(view: MapView): Path2D {
  const known = outlines.get(view);
  if (known !== undefined) return known;
  const path = new Path2D();
  for (const ring of landHalfDegrees) {
    ring.split(',').forEach((corner, i) => {
      const [longitude = 0, latitude = 0] = corner.split(' ').map(Number);
      const [x, y] = view(longitude / 2, latitude / 2);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  outlines.set(view, path);
  return path;
}
