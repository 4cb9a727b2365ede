/**
 * Colours in which equal steps look equal: Oklab (Ottosson 2020, "A perceptual color space for image processing"). The
 * stage interpolates its colour maps here, so that no false edge appears between two stops.
 */
import { assert } from '../../base/assert.ts';

/** Red, green and blue as sRGB shows them, each 0 … 1. */
export type Rgb = readonly [red: number, green: number, blue: number];
/** Lightness 0 … 1, green–red and blue–yellow. */
export type Oklab = readonly [lightness: number, a: number, b: number];

const hexPattern = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** A colour written `#rgb`, `#rrggbb` or either with alpha, which is left out. Undefined for anything else. */
export function parseHex(text: string): Rgb | undefined {
  const trimmed = text.trim();
  if (!hexPattern.test(trimmed)) return undefined;
  const digits = trimmed.length <= 5 ? trimmed.slice(1, 4).replace(/./g, '$&$&') : trimmed.slice(1, 7);
  const channel = (from: number): number => parseInt(digits.slice(from, from + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

/** A hexadecimal colour that stands in our own source. */
export function hex(text: string): Rgb {
  const colour = parseHex(text);
  assert(colour !== undefined, `a hexadecimal colour, not ${text}`);
  return colour;
}

/** For canvas and SVG. */
export function cssColour([red, green, blue]: Rgb, alpha = 1): string {
  const byte = (channel: number): number => Math.round(255 * channel);
  return alpha >= 1 ? `rgb(${byte(red)} ${byte(green)} ${byte(blue)})` : `rgb(${byte(red)} ${byte(green)} ${byte(blue)} / ${alpha})`;
}

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const toGamma = (c: number): number => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);
const clampUnit = (c: number): number => Math.min(1, Math.max(0, c));

export function oklabOf(colour: Rgb): Oklab {
  const [red, green, blue] = [toLinear(colour[0]), toLinear(colour[1]), toLinear(colour[2])];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** What of it sRGB can show; channels outside are clipped. */
export function rgbOf([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clampUnit(toGamma(clampUnit(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s))),
    clampUnit(toGamma(clampUnit(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s))),
    clampUnit(toGamma(clampUnit(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s))),
  ];
}

/** Straight line in Oklab: `share` 0 is `from`, 1 is `to`. */
export function mix(from: Oklab, to: Oklab, share: number): Oklab {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share];
}

/** How different two colours look: Euclidean distance in Oklab; 0.02 is about the smallest seen side by side. */
export function difference(one: Oklab, other: Oklab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
