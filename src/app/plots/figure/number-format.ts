/** Numbers as a figure and its table write them. */
import { format } from 'd3-format';
import type { Axis, Row } from '../../../lab/experiments/types.ts';
import type { Scale } from './scales.ts';

const plain = format('~r');
const digits = 4;

/** Four significant digits, a minus sign that is one, no exponent where six places do. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  const text = magnitude >= 1e6 || magnitude < 1e-4 ? format(`.${String(digits)}~e`)(value) : plain(Number(value.toPrecision(digits)));
  return text.replace('-', '−');
}

/** The same where only a bound may be known: `> 90`. */
export function boundedNumber(relation: Row['relation'], value: number): string {
  return `${relation === '=' ? '' : `${relation} `}${shortNumber(value)}`;
}

/** What stands at a tick; nothing at those of a logarithmic axis that would stand too close. */
export function tickFormat(position: Scale, count: number, scale: Axis['scale']): (value: number) => string {
  const usual = position.tickFormat(count);
  if (scale === 'log') return (value) => (usual(value) === '' ? '' : shortNumber(value));
  return (value) => usual(value).replace('-', '−');
}

export function axisTitle({ label, symbol, unit }: Axis): string {
  return `${label}${symbol === undefined ? '' : ` ${symbol}`}${unit === undefined ? '' : `, ${unit}`}`;
}
