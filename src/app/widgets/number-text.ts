/** Numbers as they stand on the page: the same digits everywhere, a thin space before the unit. */

/** What a person typed: in decimal digits, thousands with commas as they are written here, or not. NaN for anything else. */
export function typedNumber(text: string): number {
  const plain = text.trim().replace('−', '-');
  return /^[+-]?(\d{1,3}(,\d{3})+|\d*)(\.\d*)?(e[+-]?\d+)?$/i.test(plain) && /\d/.test(plain) ? Number(plain.replaceAll(',', '')) : NaN;
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
