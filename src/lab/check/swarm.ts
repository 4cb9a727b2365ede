/**
 * Swarm testing (Groce, Zhang, Eide, Chen & Regehr, "Swarm Testing", ISSTA 2012): every seed first draws which kinds of fault
 * there are at all, and how hard, and only then what happens when. A mesh that meets everything at once seldom gets far
 * enough to fail in an interesting way; one that meets two kinds of fault a hundred times does.
 */
import { maxClockJump, maxLamport } from '../../mesh/clock.ts';
import type { LatencyOptions } from '../../mesh/latency/registry.ts';
import { defaultScenario } from '../scenario/parse.ts';
import type { Intervention, Scenario } from '../scenario/schema.ts';
import { shapeOptions, type PartitionShape } from '../scenario/shapes.ts';
import type { Dice } from './dice.ts';
import { decisive, drawAims, type Aim } from './nemesis.ts';
import type { Plan } from './plan.ts';
import { maxFaults } from './script.ts';
import type { ProtocolName } from './subject.ts';

const kinds = ['partition', 'crash', 'disk', 'blackout', 'pause', 'jump', 'loss', 'duplication', 'reordering', 'filter', 'load'] as const;
type Kind = (typeof kinds)[number];

export interface Swarm extends Plan {
  readonly aims: readonly Aim[];
}

export function drawSwarm(dice: Dice, seed: number, protocol: ProtocolName): Swarm {
  const agents = dice.chance(0.5) ? 3 + dice.below(3) : 3 + dice.below(14);
  const latency = drawLatency(dice);
  const mesh: Scenario['mesh'] = {
    ...defaultScenario.mesh,
    agents,
    protocol,
    tokenRateHz: rounded(dice.magnitude(0.3, 12 / Math.sqrt(agents))),
    phaseRateHz: dice.pick([0, 1, 4]),
    latency,
    ...drawNoise(dice),
    stragglers: dice.chance(0.3) ? [{ agent: dice.below(agents), extraMs: Math.round(dice.magnitude(10, 800)) }] : [],
  };
  const field = { ...defaultScenario.field, oscillators: Math.max(agents, 16) };
  const aims = dice.chance(0.5) ? drawAims(dice, agents, roundTripS(latency)) : [];
  const faultsEndS = onStep(dice.between(2, 8));
  return {
    base: { ...defaultScenario, name: `swarm ${seed}`, seed, field, mesh },
    faults: drawFaults(dice, mesh, faultsEndS, aims.length === 0 ? maxFaults : dice.below(maxFaults / 3)),
    faultsEndS,
    loadStops: dice.chance(0.5),
    aims,
  };
}

/** Times are boundaries of steps, computed as a run computes them. */
function onStep(timeS: number): number {
  const { stepS } = defaultScenario;
  return Math.max(1, Math.round(timeS / stepS)) * stepS;
}

function drawLatency(dice: Dice): LatencyOptions {
  const form = dice.real();
  if (form < 0.2) return { kind: 'regions', table: 'gcp' };
  if (form < 0.5) return { kind: 'constant', oneWayMs: Math.round(dice.magnitude(1, 200)) };
  return { kind: 'lognormal', medianMs: Math.round(dice.magnitude(2, 100)), sigma: rounded(1.8 * dice.real()) };
}

/** What goes on all the time until the faults end. */
function drawNoise(dice: Dice): Pick<Scenario['mesh'], 'loss' | 'duplication' | 'reordering' | 'harmTo'> {
  const share = (most: number): number => (dice.chance(0.4) ? rounded(dice.magnitude(0.02, most)) : 0);
  return { loss: share(0.5), duplication: share(0.5), reordering: share(0.8), harmTo: dice.chance(0.2) ? dice.pick(decisive) : 'all' };
}

/** A typical round trip, s. */
function roundTripS(latency: LatencyOptions): number {
  switch (latency.kind) {
    case 'regions':
      return 0.2;
    case 'constant':
      return latency.oneWayMs / 500;
    case 'lognormal':
      return latency.medianMs / 500;
  }
}

function drawFaults(
  dice: Dice,
  { agents, latency, tokenRateHz }: Scenario['mesh'],
  faultsEndS: number,
  most: number,
): readonly Intervention[] {
  const enabled = dice.some(kinds);
  const shapes = dice.some([
    'groups' as const,
    ...shapeOptions.filter((option) => option.minAgents <= agents).map((option) => option.value),
  ]);
  const victims = dice.chance(0.5) ? dice.some(numbers(agents)) : numbers(agents);
  // What is measured in round trips meets the agents in the middle of a proposal, whatever the network.
  const paceS = Math.max((2 * faultsEndS) / Math.max(most, 1), roundTripS(latency) * dice.magnitude(0.3, 10));
  const lastsS = Math.max(0.02, roundTripS(latency) * dice.magnitude(0.3, 30));
  const faults: Intervention[] = [];
  for (let timeS = paceS * dice.real(); timeS < faultsEndS && faults.length < most; timeS += 2 * paceS * dice.real()) {
    const atS = onStep(timeS);
    const untilS = onStep(timeS + 2 * lastsS * dice.real());
    for (const fault of drawFault(dice, dice.pick(enabled), { agents, shapes, victims, tokenRateHz, atS, untilS }))
      if (fault.atS < faultsEndS) faults.push(fault);
  }
  return faults.sort((a, b) => a.atS - b.atS);
}

interface Circumstances {
  readonly agents: number;
  readonly shapes: readonly (PartitionShape | 'groups')[];
  readonly victims: readonly number[];
  readonly tokenRateHz: number;
  readonly atS: number;
  readonly untilS: number;
}

/** A fault and its end. */
function drawFault(dice: Dice, kind: Kind, { agents, shapes, victims, tokenRateHz, atS, untilS }: Circumstances): readonly Intervention[] {
  switch (kind) {
    case 'partition': {
      const shape = dice.pick(shapes);
      const cut = shape === 'groups' ? { groups: drawGroups(dice, agents) } : { shape };
      return [
        { atS, do: 'partition', ...cut },
        { atS: untilS, do: 'heal' },
      ];
    }
    case 'crash':
    case 'disk': {
      const agent = dice.pick(victims);
      return [
        { atS, do: 'crash', agent, ...(kind === 'disk' ? { disk: 'lost' } : {}) },
        { atS: untilS, do: 'restart', agent, disk: 'kept' },
      ];
    }
    case 'blackout':
      return [
        ...victims.map((agent) => ({ atS, do: 'crash', agent }) as const),
        ...victims.map((agent) => ({ atS: dice.chance(0.5) ? atS : untilS, do: 'restart', agent, disk: 'kept' }) as const),
      ];
    case 'pause': {
      const agent = dice.pick(victims);
      return [
        { atS, do: 'pause', agent },
        { atS: untilS, do: 'resume', agent },
      ];
    }
    case 'jump': {
      const ticks = Math.round(dice.chance(0.3) ? dice.magnitude(2 * maxClockJump, maxLamport) : dice.magnitude(1, 2 ** 24));
      return [{ atS, do: 'jump', agent: dice.pick(victims), ticks, wallMs: Math.round(dice.between(-5000, 5000)) }];
    }
    case 'load': {
      const value = dice.chance(0.4) ? 0 : rounded(tokenRateHz * dice.magnitude(0.2, 5));
      return [
        { atS, do: 'set', path: 'mesh.tokenRateHz', value },
        { atS: untilS, do: 'set', path: 'mesh.tokenRateHz', value: tokenRateHz },
      ];
    }
    case 'filter':
      return [
        { atS, do: 'set', path: 'mesh.harmTo', value: dice.pick(decisive) },
        { atS, do: 'set', path: 'mesh.loss', value: rounded(dice.between(0.3, 1)) },
        { atS: untilS, do: 'set', path: 'mesh.harmTo', value: 'all' },
        { atS: untilS, do: 'set', path: 'mesh.loss', value: 0 },
      ];
    case 'loss':
    case 'duplication':
    case 'reordering': {
      const path = `mesh.${kind}`;
      return [
        { atS, do: 'set', path, value: rounded(dice.magnitude(0.02, 0.8)) },
        { atS: untilS, do: 'set', path, value: 0 },
      ];
    }
  }
}

/** Two or three groups; the agents of the last are those that no group names. */
function drawGroups(dice: Dice, agents: number): number[][] {
  const count = 2 + dice.below(2);
  const groupOf = numbers(agents).map(() => dice.below(count));
  // Somebody is in the first group, and somebody is not.
  groupOf[dice.below(agents - 1)] = 0;
  groupOf[agents - 1] = count - 1;
  return numbers(count - 1)
    .map((group) => numbers(agents).filter((agent) => groupOf[agent] === group))
    .filter((group) => group.length > 0);
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** To three digits: a counterexample is read by people. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
