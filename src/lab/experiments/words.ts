/** Numbers in sentences: as many digits as a person reads, and always with their interval. */
import type { Estimate } from '../statistics/intervals.ts';

export function number(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'unknown' : value > 0 ? '∞' : '−∞';
  return String(Number(value.toPrecision(digits))).replace('-', '−');
}

export function percent(share: number): string {
  return `${number(100 * share)}%`;
}

/** `0.71 (0.69 to 0.73)`, with a unit where there is one. */
export function between({ value, low, high }: Estimate, unit = ''): string {
  const tail = unit === '' ? '' : ` ${unit}`;
  return Number.isNaN(low) ? `${number(value)}${tail}` : `${number(value)}${tail} (${number(low)} to ${number(high)})`;
}
