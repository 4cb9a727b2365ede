/** Random choices one after the other, all of them from one seed. */
import { exp, log } from '../../base/math.ts';
import { draw, streams } from '../../base/random.ts';

export interface Dice {
  /** On (0, 1). */
  real(): number;
  between(low: number, high: number): number;
  /** Evenly over the orders of magnitude; `low` is above 0. */
  magnitude(low: number, high: number): number;
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Each with probability ½, and at least one. */
  some<T>(list: readonly T[]): readonly T[];
}

export function createDice(seed: number): Dice {
  const u = new Float64Array(4);
  let thrown = 0;

  function real(): number {
    if ((thrown & 3) === 0) draw(seed, streams.spare, thrown >> 2, 0, 0, u);
    return u[thrown++ & 3] as number;
  }

  const below = (count: number): number => Math.floor(real() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const chance = (probability: number): boolean => real() < probability;
  return {
    real,
    between: (low, high) => low + (high - low) * real(),
    magnitude: (low, high) => low * exp(log(high / low) * real()),
    below,
    chance,
    pick,
    some(list) {
      const sure = below(list.length);
      return list.filter((_, index) => chance(0.5) || index === sure);
    },
  };
}
