/**
 * Everything that the view Inverse-RoPE shows, from its settings: agents at positions, what they transmit (exactly, with errors, or
 * on carriers that run on a mesh), one pair read band by band, and how far all pairs are off.
 */
import { assert } from '../../base/assert.ts';
import { fillNormals, NORMALS_A_BLOCK, streams } from '../../base/random.ts';
import { wrapPhase } from '../../base/math.ts';
import { turnsAt } from '../../rope/matched-filter.ts';
import { bandFrequencies, distanceBound } from '../../rope/rotary.ts';
import type { PartitionShape } from '../scenario/schema.ts';
import { createCarriers } from './carriers.ts';
import { drawPositions } from './positions.ts';
import { createReader, pairsOf, type Reader } from './reading.ts';
import { createFollower, type Follower } from './mesh-follower.ts';
import type { Carriers, CurvePoint, ErrorRow, MeshRun, RopeLook, RopeSettings } from './types.ts';
import { judge } from './verdict.ts';

const stepS = 0.02;
/** Pairs that the quality is measured over: each costs about half a millisecond. */
const measuredPairs = 40;
const curveTrials = 120;
/** Rows that are kept: at four a second, five minutes. */
const mostRows = 1_200;
const aliases = 5;

export interface RopeLaboratory {
  /**
   * What is to be seen under these settings, after the carriers have run so much further; those of a live mesh (`source: 'mesh'`) no
   * further than its run, whose agents, K and σ they then have.
   */
  look(settings: RopeSettings, advanceS: number, run?: MeshRun): RopeLook;
  partition(shape: PartitionShape): void;
  heal(): void;
  restart(): void;
  /** r.m.s. error and share of gross errors at one size of the phase error, over as many random distances as are tried. */
  curvePoint(settings: RopeSettings, phaseNoiseRad: number): CurvePoint;
}

interface Prepared {
  readonly key: string;
  readonly positions: readonly number[];
  readonly frequencies: Float64Array;
  readonly reader: Reader;
}

/** Carriers after a look has taken them further. */
interface Running {
  readonly carriers: Carriers;
  readonly moved: boolean;
  /** Of the live run, where they share its mesh. */
  readonly timeS: number;
}

export function createRopeLaboratory(): RopeLaboratory {
  let prepared: Prepared | undefined;
  let carriers: Carriers | undefined;
  let carriersKey = '';
  let follower: Follower | undefined;
  let rows: ErrorRow[] = [];

  function prepare(settings: RopeSettings): Prepared {
    const { dimension, base, agents, span, seed } = settings;
    const key = JSON.stringify([dimension, base, agents, span, seed]);
    if (prepared?.key === key) return prepared;
    const frequencies = bandFrequencies(dimension, base);
    const reader = createReader(frequencies, span);
    prepared = { key, positions: drawPositions(seed, agents, span), frequencies, reader };
    return prepared;
  }

  function carriersOf(wanted: string, settings: RopeSettings, { positions, frequencies }: Prepared): Carriers {
    if (carriers === undefined || carriersKey !== wanted) {
      carriers = createCarriers({ seed: settings.seed, positions, frequencies, coupled: settings.coupled, stepS });
      carriersKey = wanted;
      follower = undefined;
      rows = [];
    }
    return carriers;
  }

  /** Carriers of the view's own go on as long as is asked; those of the live mesh as far as its run has come, and no further at once. */
  function advance(settings: RopeSettings, ready: Prepared, advanceS: number, run: MeshRun | undefined): Running | undefined {
    if (settings.source !== 'carriers' && settings.source !== 'mesh') return undefined;
    // What carriers have been through lies ahead of a run that has gone back in time: they are made again.
    const seenS = (follower?.beganS ?? 0) + (carriers?.timeS ?? 0);
    if (run !== undefined && run.timeS < seenS - stepS / 2) carriers = undefined;
    const key = `${ready.key} ${settings.coupled} ${run === undefined ? '' : String(run.generation)}`;
    const its = carriersOf(key, settings, ready);
    const before = its.stepsDone;
    if (run === undefined) {
      const steps = Math.round(advanceS / stepS);
      if (steps > 0) its.advance(steps, settings.coupling, settings.noise);
    } else {
      follower ??= createFollower(its, stepS, run.timeS);
      follower.follow(run, advanceS);
    }
    return { carriers: its, moved: its.stepsDone > before, timeS: (follower?.beganS ?? 0) + its.timeS };
  }

  function look(wanted: RopeSettings, advanceS: number, run?: MeshRun): RopeLook {
    const onMesh = wanted.source === 'mesh' ? run : undefined;
    assert(wanted.source !== 'mesh' || onMesh !== undefined, 'a run whose mesh the carriers share');
    const ready = prepare(onMesh === undefined ? wanted : { ...wanted, agents: onMesh.agents });
    const { positions, frequencies, reader } = ready;
    const its = advance(wanted, ready, advanceS, onMesh);
    const running = its?.carriers;
    const settings = onMesh === undefined ? wanted : { ...wanted, ...follower?.now(onMesh) };
    const sent = running?.transmitted() ?? transmittedWithErrors(settings, ready);
    const groups = running?.groups ?? positions.map(() => 0);
    const within = pairsOf(positions.length, measuredPairs, (m, n) => groups[m] === groups[n]);
    const across = pairsOf(positions.length, measuredPairs, (m, n) => groups[m] !== groups[n]);
    const quality = reader.quality(sent, positions, within);
    const acrossQuality = across.length === 0 ? undefined : reader.quality(sent, positions, across);
    if (its !== undefined && (rows.length === 0 || its.moved)) {
      rows.push({ timeS: its.timeS, within: quality, across: acrossQuality });
      if (rows.length > mostRows) rows.shift();
    }
    const order = running?.order();
    return {
      timeS: its?.timeS,
      order,
      groups,
      positions,
      read: positions.map((_, a) =>
        a === 0 ? (positions[0] as number) : (positions[0] as number) + reader.filter.estimate(reader.difference(sent, a, 0)).distance,
      ),
      pair: readPair(sent, Math.min(settings.agent, positions.length - 1), ready),
      quality,
      across: acrossQuality,
      bound: distanceBound(quality.phaseNoiseRad, frequencies),
      rows,
      verdict: judge({
        settings,
        partitioned: running?.partitioned === true,
        quality,
        across: acrossQuality,
        bound: distanceBound(quality.phaseNoiseRad, frequencies),
      }),
    };
  }

  function curvePoint(settings: RopeSettings, phaseNoiseRad: number): CurvePoint {
    const { frequencies, reader } = prepare(settings);
    // Pairs that share no agent: as many independent errors.
    const positions = drawPositions(settings.seed + 1, 2 * curveTrials, settings.span);
    const sent = withErrors(settings.seed + 1, positions, frequencies, phaseNoiseRad);
    const { grossShare, rmsError } = reader.quality(
      sent,
      positions,
      Array.from({ length: curveTrials }, (_, i) => [2 * i, 2 * i + 1]),
    );
    return { phaseNoiseRad, grossShare, rmsError, bound: distanceBound(phaseNoiseRad, frequencies), trials: curveTrials };
  }

  return {
    look,
    curvePoint,
    partition(shape) {
      carriers?.partition({ shape });
    },
    heal: () => carriers?.heal(),
    restart() {
      carriers = undefined;
    },
  };
}

function readPair(sent: Float64Array, agent: number, { positions, frequencies, reader }: Prepared): RopeLook['pair'] {
  const differenceRad = reader.difference(sent, agent, 0);
  const peaks = reader.filter.peaks(differenceRad, 1 + aliases);
  const estimate = reader.filter.estimate(differenceRad);
  const { grid } = reader.filter;
  return {
    agent,
    truth: (positions[agent] as number) - (positions[0] as number),
    estimate,
    aliases: peaks.slice(1),
    frequencies,
    differenceRad,
    turns: turnsAt(differenceRad, frequencies, estimate.distance),
    firstDistance: grid[0] as number,
    distanceStep: (grid[1] as number) - (grid[0] as number),
    scores: reader.filter.scores(differenceRad).slice(),
  };
}

function transmittedWithErrors({ source, seed, phaseNoiseRad }: RopeSettings, { positions, frequencies }: Prepared): Float64Array {
  return withErrors(seed, positions, frequencies, source === 'exact' ? 0 : phaseNoiseRad);
}

/** Phases p_a θ_k, each with an error of s/√2, so that a difference of two has s. Shape [M × bands]. */
function withErrors(seed: number, positions: readonly number[], frequencies: Float64Array, phaseNoiseRad: number): Float64Array {
  const bands = frequencies.length;
  const blocks = Math.ceil((positions.length * bands) / NORMALS_A_BLOCK);
  const normals = new Float64Array(blocks * NORMALS_A_BLOCK);
  fillNormals(seed, streams.phaseErrors, 0, 0, 0, blocks, normals);
  return Float64Array.from({ length: positions.length * bands }, (_, i) =>
    wrapPhase(
      (positions[Math.floor(i / bands)] as number) * (frequencies[i % bands] as number) +
        phaseNoiseRad * Math.SQRT1_2 * (normals[i] as number),
    ),
  );
}
