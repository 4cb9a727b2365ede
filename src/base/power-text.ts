const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A small number as people write it: 0.042, 8·10⁻¹⁶, 0. */
export function powerText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 0.001) return value.toFixed(3).replace('-', '−');
  const [mantissa = '', exponent = ''] = value.toExponential(0).split('e-');
  return `${mantissa.replace('-', '−')}·10⁻${exponent.replace(/\d/g, (digit) => digits[Number(digit)] ?? '')}`;
}
