/**
 * The mesh of a scenario by itself, without its field: no protocol looks at a phase, so latencies, logs and conflicts are those
 * of the whole laboratory, event for event.
 */
import { quantileSorted } from '../../base/quantile.ts';
import { exp } from '../../base/math.ts';
import { normalFrom } from '../../base/random.ts';
import { createMesh } from '../../mesh/mesh.ts';
import type { Mesh } from '../../mesh/types.ts';
import { shapes } from '../../mesh/partition/shapes.ts';
import { protocols } from '../../mesh/protocols/registry.ts';
import { createDice } from '../check/dice.ts';
import { createEpisodes } from '../run/episodes.ts';
import { partitionShapes, type PartitionShape } from '../scenario/shapes.ts';
import type { Scenario } from '../scenario/schema.ts';

export type MeshOptions = Scenario['mesh'];

export function meshOf(seed: number, mesh: MeshOptions): Mesh {
  const { agents, latency, stragglers, clockSkewMs, protocol } = mesh;
  return createMesh({ seed, agents, latency, stragglers, clockSkewMs, createProtocol: protocols[protocol](mesh), maxEvents: 0 }, mesh);
}

/** A cut begins at a moment drawn from so long a time, so that it meets a round anywhere. */
const anyMomentS = 2;

/** Tokens of a window's end have this long to be validated. */
export const graceS = 10;

/** How often it is looked whether something has broken, s: the sampling interval of a scenario. */
const lookS = 0.1;

/** Advances to a time, looking on the way; stops where `look` says so. */
export function advance(mesh: Mesh, untilS: number, look: () => boolean = () => false): void {
  const firstS = mesh.nowS;
  for (let k = 1; mesh.nowS < untilS; k++) {
    mesh.advanceTo(Math.min(untilS, firstS + k * lookS));
    if (look()) return;
  }
}

/** A mesh in quiet, and then cut until the horizon. */
export interface PaceTask {
  readonly kind: 'pace';
  readonly seed: number;
  readonly mesh: MeshOptions;
  readonly shape: PartitionShape;
  readonly warmUpS: number;
  readonly windowS: number;
  readonly horizonS: number;
}

export interface Pace {
  /** Of the tokens generated in the window, each waited for; `null` where none was validated. */
  readonly latencyMeanMs: number | null;
  readonly latencyP50Ms: number | null;
  readonly latencyP95Ms: number | null;
  /** Distinct tokens validated a second of the window. */
  readonly throughputHz: number;
  /** The longest time in the window for which an agent made no token. */
  readonly standstillMs: number;
  /** MODEL: until an agent has made no token for ten token periods, or two logs differ. `null`: not within the horizon. */
  readonly toleranceS: number | null;
  /** Until an agent stands still for twice as long as it ever did in the window, or two logs differ. */
  readonly ownToleranceS: number | null;
}

export function runPace({ seed, mesh: options, shape, warmUpS, windowS, horizonS }: PaceTask): Pace {
  const mesh = meshOf(seed, options);
  advance(mesh, warmUpS);
  const before = mesh.tokens.validatedCount;
  advance(mesh, warmUpS + windowS);
  const validated = mesh.tokens.validatedCount - before;
  advance(mesh, warmUpS + windowS + graceS);
  const latenciesMs = latenciesMsOf(mesh, warmUpS, warmUpS + windowS);
  const onsetS = warmUpS + windowS + graceS + anyMomentS * createDice(seed).real();
  advance(mesh, onsetS);
  const usualStallS = mesh.tokens.byAuthor.map((own) => longestStallS(timesOf(mesh, own), warmUpS, onsetS));
  const episodes = createEpisodes(mesh);
  mesh.partition(shapes[shape](options.agents));
  episodes.cut();
  const conflictsBefore = mesh.observer.conflicts;
  let splitS = Infinity;
  advance(mesh, onsetS + horizonS, () => {
    episodes.look(options.tokenRateHz);
    if (splitS === Infinity && mesh.observer.conflicts > conflictsBefore) splitS = mesh.observer.lastConflictS;
    return false;
  });
  const brokenS = episodes.list()[0]?.brokenS ?? NaN;
  const ownS = Math.min(splitS, unusualStallS(mesh, usualStallS, onsetS)) - onsetS;
  return {
    latencyMeanMs: finite(latenciesMs.reduce((sum, ms) => sum + ms, 0) / latenciesMs.length),
    latencyP50Ms: finite(quantileSorted(latenciesMs, 0.5)),
    latencyP95Ms: finite(quantileSorted(latenciesMs, 0.95)),
    throughputHz: validated / windowS,
    standstillMs: 1000 * Math.max(...usualStallS),
    toleranceS: finite(brokenS - onsetS),
    ownToleranceS: ownS <= horizonS ? ownS : null,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Validation latencies of the tokens generated in a window that are validated by now, ascending. */
export function latenciesMsOf({ tokens }: Mesh, fromS: number, untilS: number): Float64Array {
  const found: number[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const generatedS = tokens.generatedS.values[token] as number;
    const latencyS = (tokens.validatedS.values[token] as number) - generatedS;
    if (generatedS >= fromS && generatedS < untilS && !Number.isNaN(latencyS)) found.push(1000 * latencyS);
  }
  return Float64Array.from(found).sort();
}

function timesOf({ tokens }: Mesh, own: Mesh['tokens']['byAuthor'][number]): readonly number[] {
  return Array.from(own.values.subarray(0, own.length), (token) => tokens.generatedS.values[token] as number);
}

/** The longest time between two tokens of an agent from one time to another; what is cut off at the end does not count. */
function longestStallS(times: readonly number[], fromS: number, untilS: number): number {
  const within = times.filter((timeS) => timeS >= fromS && timeS <= untilS);
  return within.reduce((longest, timeS, k) => Math.max(longest, timeS - (within[k - 1] ?? timeS)), 0);
}

/** When the first agent had stood still for twice its usual longest stall; Infinity when none has. */
function unusualStallS(mesh: Mesh, usualStallS: readonly number[], onsetS: number): number {
  let earliestS = Infinity;
  for (const [agent, own] of mesh.tokens.byAuthor.entries()) {
    const patienceS = 2 * (usualStallS[agent] ?? 0);
    const times = timesOf(mesh, own);
    const first = times.findLastIndex((timeS) => timeS <= onsetS);
    for (let k = Math.max(0, first); k < times.length; k++) {
      const stalledS = (times[k] as number) + patienceS;
      if (stalledS >= (times[k + 1] ?? mesh.nowS)) continue;
      earliestS = Math.min(earliestS, Math.max(onsetS, stalledS));
      break;
    }
  }
  return earliestS;
}

/** Partition episodes, each in a mesh of its own: a cut of a drawn length, a heal, and the time until everybody holds everything. */
export interface EpisodesTask {
  readonly kind: 'episodes';
  readonly seeds: readonly number[];
  readonly mesh: MeshOptions;
  readonly shape: PartitionShape | 'any';
  readonly warmUpS: number;
  readonly medianS: number;
  readonly sigma: number;
}

export interface Episode {
  readonly seed: number;
  readonly shape: PartitionShape;
  readonly cutS: number;
  /** Whether two agents committed different values at one log position. */
  readonly split: boolean;
  /** From the heal until everybody held everything; `null` where it was not waited for (the logs had split) or did not come. */
  readonly convergenceS: number | null;
}

export function runEpisodes({ seeds, ...task }: EpisodesTask): readonly Episode[] {
  return seeds.map((seed) => runEpisode(seed, task));
}

/** The observer reports what has not converged by then. */
const convergenceBoundS = 61;
/** A cut of a day says no more than one of ten minutes: nothing is different in it but its length. */
const longestCutS = 600;

function runEpisode(seed: number, { mesh: options, shape: wanted, warmUpS, medianS, sigma }: Omit<EpisodesTask, 'seeds'>): Episode {
  const dice = createDice(seed);
  const shape = wanted === 'any' ? dice.pick(partitionShapes) : wanted;
  const cutS = Math.min(longestCutS, medianS * exp(sigma * normalFrom(dice.real(), dice.real())));
  const onsetS = warmUpS + anyMomentS * dice.real();
  const mesh = meshOf(seed, options);
  const hasSplit = (): boolean => mesh.observer.conflicts > 0;
  advance(mesh, onsetS);
  mesh.partition(shapes[shape](options.agents));
  advance(mesh, onsetS + cutS, hasSplit);
  mesh.heal();
  const hasConverged = (): boolean => !Number.isNaN(mesh.observer.convergenceS);
  if (!hasSplit()) advance(mesh, onsetS + cutS + convergenceBoundS, () => hasSplit() || hasConverged());
  return { seed, shape, cutS, split: hasSplit(), convergenceS: hasConverged() && !hasSplit() ? mesh.observer.convergenceS : null };
}
