/** One replicate of the latency budget: a mesh under one strain, and what it serves. */
import { quantileSorted } from '../../base/quantile.ts';
import { defaultScenario } from '../scenario/parse.ts';
import { advance, graceS, latenciesMsOf, meshOf, type MeshOptions } from './mesh-course.ts';

export type Protocol = MeshOptions['protocol'];

/** Those that claim one log, with and without waiting for everyone. */
export const protocols: readonly Protocol[] = ['chorus', 'lamport-all', 'legacy'];

/** What is turned up, while all else stays as it is; in the order in which a person turns it. */
export const strains = {
  load: { title: 'token rate', symbol: 'f', unit: 'Hz', scale: 'log', values: [1, 3, 10, 20, 40, 80] },
  straggler: { title: 'delay of one agent', symbol: undefined, unit: 'ms', scale: 'linear', values: [0, 250, 500, 1000, 1450, 2500, 4000] },
  loss: { title: 'message loss', symbol: undefined, unit: '', scale: 'linear', values: [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5] },
} as const;
export type Strain = keyof typeof strains;
export const strainNames = Object.keys(strains) as readonly Strain[];

export interface Task {
  readonly seed: number;
  readonly mesh: MeshOptions;
  readonly strain: Strain;
  readonly value: number;
  readonly windowS: number;
}

export interface Value {
  /** Of the tokens of the window that were validated by its end and a time of grace; `null` where none was. */
  readonly latencyP50Ms: number | null;
  /** Validated tokens over those that the token clocks were set to make. */
  readonly served: number;
}

const warmUpS = 10;

/** Without phase messages: no protocol needs them to agree. */
export function strained(protocol: Protocol, tokenRateHz: number, strain: Strain, value: number): MeshOptions {
  const mesh: MeshOptions = { ...defaultScenario.mesh, protocol, tokenRateHz, phaseRateHz: 0 };
  switch (strain) {
    case 'load':
      return { ...mesh, tokenRateHz: value };
    case 'straggler':
      return { ...mesh, stragglers: value === 0 ? [] : [{ agent: mesh.agents - 1, extraMs: value }] };
    case 'loss':
      return { ...mesh, loss: value };
  }
}

export function measure({ seed, mesh: options, windowS }: Task): Value {
  const mesh = meshOf(seed, options);
  const endS = warmUpS + windowS;
  advance(mesh, endS + graceS);
  const latenciesMs = latenciesMsOf(mesh, warmUpS, endS);
  const p50 = quantileSorted(latenciesMs, 0.5);
  return {
    latencyP50Ms: Number.isNaN(p50) ? null : p50,
    served: latenciesMs.length / (windowS * options.tokenRateHz * options.agents),
  };
}
