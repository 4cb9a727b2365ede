/** The Natural Earth projection (Patterson; polynomials of Šavrič, Jenny, Patterson, Petrovič & Hurni 2011), for a sphere of radius 1. */
function natural(longitudeDeg: number, latitudeDeg: number): readonly [number, number] {
  const lambda = (longitudeDeg * Math.PI) / 180;
  const phi = (latitudeDeg * Math.PI) / 180;
  const p2 = phi * phi;
  const p4 = p2 * p2;
  return [
    lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
    phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))),
  ];
}

/** From degrees to CSS pixels of a picture. */
export type MapView = (longitudeDeg: number, latitudeDeg: number) => readonly [number, number];

/** What must be in sight: the regions, and as much of the land around them as makes it a map. Degrees. */
const sight = { west: -134, east: 162, north: 73, south: -46 } as const;

/** Fits what must be in sight into the picture; the rest of the world runs over its edges. */
export function mapView(widthPx: number, heightPx: number): MapView {
  const left = natural(sight.west, 30)[0];
  const right = natural(sight.east, -20)[0];
  const top = natural(0, sight.north)[1];
  const bottom = natural(0, sight.south)[1];
  const scale = Math.min(widthPx / (right - left), heightPx / (top - bottom));
  return (longitudeDeg, latitudeDeg) => {
    const [x, y] = natural(longitudeDeg, latitudeDeg);
    return [widthPx / 2 + scale * (x - (left + right) / 2), heightPx / 2 - scale * (y - (top + bottom) / 2)];
  };
}
