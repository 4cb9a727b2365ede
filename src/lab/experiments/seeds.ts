/** What a row says of the seeds behind it. */
import type { Row } from './types.ts';

export function seedsOf(seeds: readonly number[]): Pick<Row, 'replicates' | 'seeds'> {
  return { replicates: seeds.length, seeds: [seeds[0] ?? NaN, seeds.at(-1) ?? NaN] };
}
