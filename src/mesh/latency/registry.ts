/** Every law of delay, by the name that a scenario uses. To add one: one file, one line in `createLatency`. */
import { assertNever } from '../../base/assert.ts';
import { createConstant } from './constant.ts';
import type { Latency } from './latency.ts';
import { createLognormal } from './lognormal.ts';
import { createRegions } from './regions.ts';

export type LatencyOptions =
  | { readonly kind: 'regions'; readonly table: 'gcp' }
  | { readonly kind: 'constant'; readonly oneWayMs: number }
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly sigma: number };

export function createLatency(options: LatencyOptions, agents: number): Latency {
  switch (options.kind) {
    case 'regions':
      return createRegions(agents);
    case 'constant':
      return createConstant(options.oneWayMs);
    case 'lognormal':
      return createLognormal(options.medianMs, options.sigma);
    default:
      return assertNever(options);
  }
}
