/** How the stage is looked at, and how large it is drawn so that it just fits. */

/** In radii of the phase circle at a scale of 1. */
export const cameraDistance = 9;
export const fieldOfViewDeg = 26;
/** Seen from here at first: the circle is an ellipse, 0 lies to the right. */
export const startAzimuthRad = (14 * Math.PI) / 180;
const singleElevationRad = (40 * Math.PI) / 180;
const stackElevationRad = (24 * Math.PI) / 180;

/** Until somebody turns it, a single circle is seen from well above, a stack from lower, so that its circles come apart. */
export function restingElevationRad(reach: number): number {
  return singleElevationRad + (stackElevationRad - singleElevationRad) * Math.min(1, reach / 0.5);
}

export const closest = 5;
export const farthest = 15;

const halfHeight = Math.tan((fieldOfViewDeg * Math.PI) / 360);
/** Share of the stage that the figure may fill. */
const filled = 0.93;

/** Shares of the stage's height. */
export interface Insets {
  readonly top: number;
  readonly bottom: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface Fit {
  readonly scale: number;
  /** Where the figure's middle comes to lie, in half heights of the stage above its centre, before it is brought there. */
  readonly centre: number;
}

/**
 * How large a stack of circles is drawn so that it just fits: `radius` to its outer edge, `reach` from its middle to its
 * highest circle, both in radii of the phase circle. `insets` are shares of the stage's height that
 * something else takes. Written into `fit`.
 */
export function fitStack(fit: Writable<Fit>, radius: number, reach: number, elevationRad: number, aspect: number, insets: Insets): void {
  const free = 1 - insets.top - insets.bottom;
  let scale = 1;
  for (let round = 0; round < rounds; round++) {
    measure(scale * radius, scale * reach, elevationRad);
    fit.centre = (extent.top + extent.bottom) / 2 - insets.bottom + insets.top;
    scale *= filled / Math.max((extent.top - extent.bottom) / 2 / free, extent.side / aspect);
  }
  fit.scale = scale;
}

/** The scale settles quickly: what is near grows only a little faster than the figure. */
const rounds = 6;
/** A half circle is looked at in so many places; the other half mirrors it. */
const places = 18;
const extent = { top: 0, bottom: 0, side: 0 };

/** Where the outermost points of the highest and the lowest circle are seen, in half heights of the stage. */
function measure(radius: number, reach: number, elevationRad: number): void {
  const sine = Math.sin(elevationRad);
  const cosine = Math.cos(elevationRad);
  extent.top = -Infinity;
  extent.bottom = Infinity;
  extent.side = 0;
  for (let k = 0; k <= places; k++) {
    const across = radius * Math.sin((k / places) * Math.PI);
    const towards = radius * Math.cos((k / places) * Math.PI);
    for (let level = -1; level <= 1; level += 2) {
      const up = level * reach;
      const perDepth = 1 / ((cameraDistance - towards * cosine - up * sine) * halfHeight);
      const height = (up * cosine - towards * sine) * perDepth;
      extent.top = Math.max(extent.top, height);
      extent.bottom = Math.min(extent.bottom, height);
      extent.side = Math.max(extent.side, across * perDepth);
    }
  }
}
