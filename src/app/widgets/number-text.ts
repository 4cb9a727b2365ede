/** Numbers as they stand on the page: the same digits everywhere, a thin space before the unit. */

const grouped = new Intl.NumberFormat('en-GB');

/** 131072 → 131,072 */
export function wholeText(value: number): string {
  return grouped.format(value);
}

/** A number with its unit; `–` where there is none. */
export function numberText(value: number, decimals: number, unit = ''): string {
  if (Number.isNaN(value)) return '–';
  const digits = value
    .toFixed(decimals)
    .replace(/^-(?=0(\.0*)?$)/, '')
    .replace('-', '−');
  return unit === '' ? digits : `${digits} ${unit}`;
}

/** Three digits that matter, whatever the size: 0.35, 12.3, 1235. */
export function rateText(value: number, unit: string): string {
  return numberText(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2, unit);
}
