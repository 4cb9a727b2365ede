/** What the mesh panel fetches when the map is first asked for. */
export { drawMap } from './draw-map.ts';
export { mapLayout } from './map-layout.ts';
