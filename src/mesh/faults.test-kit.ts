/** Random schedules of faults for the tests of the mesh: everything follows from one seed. */
import { draw, streams } from '../base/random.ts';
import { createMesh } from './mesh.ts';
import type { Mesh, MeshSettings } from './types.ts';
import type { LatencyOptions } from './latency/registry.ts';
import { flapPeriodS } from './partition/flapping.ts';
import { createGroups } from './partition/groups.ts';
import type { Partition } from './partition/partition.ts';
import { shapes } from './partition/shapes.ts';
import { createChorusWith } from './protocols/chorus/chorus.ts';
import { soundRules, type Rules } from './protocols/chorus/rules.ts';

export const faultsEndS = 12;
export const runEndS = 30;

export interface Campaign {
  readonly mesh: Mesh;
  readonly agents: number;
  /** Faults that were done, by name. */
  readonly done: ReadonlyMap<string, number>;
  /** Tokens that were made on a side without a quorum while it was cut off, and validated before the heal: must stay 0. */
  readonly validatedByMinority: number;
}

function createDice(seed: number) {
  const u = new Float64Array(4);
  let thrown = 0;
  const real = () => {
    draw(seed, streams.spare, thrown++, 0, 0, u);
    return u[0] as number;
  };
  const whole = (below: number) => Math.floor(real() * below);
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)] as T;
  return { real, whole, pick };
}

/**
 * Runs one random scenario: faults for `faultsEndS`, then everything mended and quiet until `runEndS`.
 *
 * @param lossOfDisks whose disks may be lost: those of the same few agents, fewer than half, or anybody's
 */
export function runCampaign(
  seed: number,
  bug: Partial<Rules> = {},
  lossOfDisks: 'none' | 'minority' | 'any' = 'none',
  createProtocol = createChorusWith({ ...soundRules, ...bug }),
): Campaign {
  const dice = createDice(seed);
  const agents = 3 + dice.whole(6);
  const latency: LatencyOptions = dice.pick([
    { kind: 'regions', table: 'gcp' },
    { kind: 'constant', oneWayMs: 5 + dice.whole(100) },
    { kind: 'lognormal', medianMs: 5 + dice.whole(60), sigma: 1.2 * dice.real() },
  ]);
  const stragglers = dice.real() < 0.3 ? [{ agent: dice.whole(agents), extraMs: 500 * dice.real() }] : [];
  const quiet: MeshSettings = { tokenRateHz: 2 + 4 * dice.real(), phaseRateHz: 4, loss: 0, duplication: 0, reordering: 0 };
  const rough = { ...quiet, loss: 0.3 * dice.real(), duplication: 0.3 * dice.real(), reordering: 0.5 * dice.real() };
  const mesh = createMesh(
    { seed, agents, latency, stragglers, createProtocol, clockSkewMs: 50, maxEvents: 0 },
    dice.real() < 0.5 ? rough : quiet,
  );
  const done = new Map<string, number>();
  const watch = watchMinority(mesh, agents);

  const faults: Readonly<Record<string, () => void>> = {
    partition() {
      const named = dice.pick(Object.values(shapes))(agents);
      const partition =
        dice.real() < 0.7 ? named : createGroups([Array.from({ length: agents }, (_, a) => a).filter(() => dice.real() < 0.5)], agents);
      mesh.partition(partition);
      watch.cut(partition);
    },
    heal() {
      watch.end();
      mesh.heal();
    },
    crash: () => {
      mesh.crash(dice.whole(agents));
    },
    restart: () => {
      mesh.restart(dice.whole(agents));
    },
    pause: () => {
      mesh.pause(dice.whole(agents));
    },
    resume: () => {
      mesh.resume(dice.whole(agents));
    },
    ...(lossOfDisks === 'none' ? {} : { 'lose a disk': loseDisk, 'lose another disk': loseDisk }),
  };

  function loseDisk(): void {
    const agent = dice.whole(lossOfDisks === 'any' ? agents : Math.ceil(agents / 2) - 1);
    mesh.crash(agent, 'lost');
    if (dice.real() < 0.7) mesh.restart(agent);
  }

  for (let timeS = dice.real(); timeS < faultsEndS; timeS += 2 * dice.real()) {
    mesh.advanceTo(timeS);
    const name = dice.pick(Object.keys(faults));
    faults[name]?.();
    done.set(name, (done.get(name) ?? 0) + 1);
  }
  mesh.advanceTo(faultsEndS);
  watch.end();
  mesh.heal();
  for (let agent = 0; agent < agents; agent++) {
    mesh.restart(agent);
    mesh.resume(agent);
  }
  mesh.configure(quiet);
  for (let timeS = faultsEndS; timeS <= runEndS; timeS++) mesh.advanceTo(timeS);
  return { mesh, agents, done, validatedByMinority: watch.validated() };
}

/** Counts what agents make and validate that cannot reach a quorum, not even through others. */
function watchMinority(mesh: Mesh, agents: number) {
  const { tokens } = mesh;
  let minority = new Set<number>();
  let firstToken = 0;
  let validated = 0;

  function reach(partition: Partition, from: number): number {
    const reached = new Set([from]);
    for (const agent of reached) {
      for (let other = 0; other < agents; other++) {
        // A flapping cut is closed at first and open later: who is ever heard belongs together.
        const open = [0, flapPeriodS / 2].some((t) => partition.open(agent, other, t) || partition.open(other, agent, t));
        if (open) reached.add(other);
      }
    }
    return reached.size;
  }

  function end(): void {
    for (let token = firstToken; token < tokens.count; token++) {
      if (minority.has(tokens.author.values[token] as number) && !Number.isNaN(tokens.validatedS.values[token])) validated++;
    }
    minority = new Set();
  }

  return {
    cut(partition: Partition) {
      end();
      minority = new Set(Array.from({ length: agents }, (_, agent) => agent).filter((agent) => reach(partition, agent) <= agents / 2));
      firstToken = tokens.count;
    },
    end,
    validated: () => validated,
  };
}
