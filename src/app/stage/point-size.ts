/** How large and how opaque points are, by their number: a handful are discs, a hundred thousand are dust. */

/** CSS pixels. */
export function pointDiameter(count: number): number {
  return Math.min(11, Math.max(1.5, 20 * Math.max(1, count) ** -0.2));
}

export function pointOpacity(count: number, dark: boolean): number {
  const dense = Math.min(1, Math.max(0, (Math.log10(Math.max(1, count)) - 3) / 2));
  return 1 - dense * (dark ? 0.35 : 0.45);
}

/** Strength of the glow, which adds up: the more points there are, and the closer together, the less each may add. */
export function pointGlow(count: number, r: number): number {
  return Math.min(0.42, 6.7 * Math.max(1, count) ** -0.5) * (1 - 0.6 * r);
}

/** Points on a small stage are smaller, though by less than the stage is: 1 from about 700 CSS pixels on. */
export function stageSize(widthPx: number, heightPx: number): number {
  return Math.min(1, Math.sqrt(Math.min(widthPx, 1.7 * heightPx) / 700));
}
