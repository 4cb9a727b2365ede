/** Where a value stands on a slider: by itself on a linear one, by its place among round numbers on a logarithmic one. */
import type { NumberParameter } from '../../lab/scenario/parameters.ts';

export interface SliderScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Position of the value: of the nearest stop where the scale has stops. */
  readonly position: (value: number) => number;
  readonly value: (position: number) => number;
}

export function parameterScale(parameter: NumberParameter): SliderScale {
  const max = parameter.slider?.max ?? parameter.max;
  if (parameter.slider?.scale === 'log') return stopsScale(roundStops(parameter.min, max));
  const { min, step } = parameter;
  return { min, max, step, position: (value) => Math.min(max, Math.max(min, value)), value: (position) => onStep(position, step) };
}

/** A scale with one position for every stop. */
export function stopsScale(stops: readonly number[]): SliderScale {
  return {
    min: 0,
    max: stops.length - 1,
    step: 1,
    position: (value) => stops.reduce((best, stop, i) => (distance(stop, value) < distance(stops[best] ?? 0, value) ? i : best), 0),
    value: (position) => stops[Math.round(position)] ?? 0,
  };
}

/** Powers of two and the numbers half way between them: 2, 3, 4, 6, 8, 12, … */
export function roundStops(min: number, max: number): readonly number[] {
  const stops: number[] = [];
  for (let power = 1; power <= max; power *= 2)
    stops.push(...[power, 1.5 * power].filter((n) => Number.isInteger(n) && n >= min && n <= max));
  return stops;
}

function distance(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}

/** 0.1 · 3 is not 0.3: a position is cut to the digits of its step. */
function onStep(position: number, step: number): number {
  return Number(position.toFixed(decimalsOf(step)));
}

export function decimalsOf(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}
