/** The parameters of the run as a whole. */
import { real, whole, type Parameter } from './parameter.ts';

export const runParameters = {
  seed: whole({
    path: 'seed',
    label: 'Seed',
    min: 0,
    max: 4_294_967_295,
    default: 42,
    live: false,
    help: 'Starts the random numbers. The same scenario with the same seed gives the same bits everywhere.',
  }),
  duration: real({
    path: 'durationS',
    label: 'Duration',
    unit: 's',
    min: 0,
    max: 1_000_000,
    step: 1,
    default: 120,
    live: false,
    help: 'Simulated time after which a run from the command line ends. A live run goes on until it is paused.',
  }),
  step: real({
    path: 'stepS',
    label: 'Step',
    symbol: 'Δt',
    unit: 's',
    min: 0.0001,
    max: 0.1,
    step: 0.001,
    default: 0.01,
    live: false,
    help: 'The fixed step of the integration. Interventions take effect at step boundaries.',
    formula: 'θ(t + Δt) = θ(t) + f(θ) Δt + σ √Δt ξ',
  }),
  sample: real({
    path: 'sampleS',
    label: 'Sample every',
    unit: 's',
    min: 0.0001,
    max: 3_600,
    step: 0.01,
    default: 0.1,
    live: false,
    help: 'How often a row of the time series is written: a whole number of steps.',
  }),
} as const satisfies Record<string, Parameter>;
