import { describe, expect, it } from 'vitest';
import { createMesh } from '../mesh.ts';
import type { Mesh } from '../types.ts';
import type { Check } from '../observer/violations.ts';
import { createGroups } from '../partition/groups.ts';
import { shapes } from '../partition/shapes.ts';
import { protocols } from './registry.ts';

interface Outcome {
  readonly mesh: Mesh;
  readonly checks: ReadonlySet<Check>;
  /** Tokens that were made and validated during the cut. */
  readonly validatedInCut: number;
}

/** Twenty seconds whole, twenty cut, twenty whole, in six regions, clocks half a second apart. */
function runThroughCut(protocol: keyof typeof protocols, seed = 3, crashes = false): Outcome {
  const createProtocol = protocols[protocol]({ barrierTimeoutS: 2, roundBatch: 4 });
  const options = { seed, agents: 6, stragglers: [], createProtocol, clockSkewMs: 500, maxEvents: 0 };
  const latency = { kind: 'lognormal', medianMs: 60, sigma: 0.8 } as const;
  const mesh = createMesh({ ...options, latency }, { tokenRateHz: 8, phaseRateHz: 10, loss: 0, duplication: 0, reordering: 0 });
  mesh.advanceTo(20);
  const first = mesh.tokens.count;
  mesh.partition(shapes.minority(6));
  mesh.advanceTo(40);
  let validatedInCut = 0;
  for (let token = first; token < mesh.tokens.count; token++) if (!Number.isNaN(mesh.tokens.validatedS.values[token])) validatedInCut++;
  mesh.heal();
  if (crashes) blackOuts(mesh);
  for (let timeS = 56; timeS <= 120; timeS += 0.5) mesh.advanceTo(timeS);
  return { mesh, validatedInCut, checks: new Set(mesh.observer.violations.map((violation) => violation.check)) };
}

/** Again and again one agent is cut off, and a moment later the power of all others fails and comes back. */
function blackOuts(mesh: Mesh): void {
  for (let round = 0; round < 20; round++) {
    const alone = round % 6;
    mesh.advanceTo(40 + 0.7 * round);
    mesh.partition(createGroups([[alone]], 6));
    mesh.advanceTo(mesh.nowS + 0.05);
    for (let agent = 0; agent < 6; agent++) {
      if (agent === alone) continue;
      mesh.crash(agent);
      mesh.restart(agent);
    }
    mesh.advanceTo(mesh.nowS + 0.3);
    mesh.heal();
  }
}

describe('what each ingredient is for shows when it is taken away', () => {
  it('chorus: nothing is violated, and the majority goes on through the cut', () => {
    const { checks, validatedInCut } = runThroughCut('chorus');
    expect([...checks]).toEqual([]);
    expect(validatedInCut).toBeGreaterThan(500);
  });

  it('lamport-all: safe, but during the cut nothing is validated', () => {
    const { checks, validatedInCut } = runThroughCut('lamport-all');
    expect([...checks]).toEqual([]);
    expect(validatedInCut).toBe(0);
  });

  it('lamport-reachable: goes on through the cut on both sides, and splits', () => {
    const { mesh, checks, validatedInCut } = runThroughCut('lamport-reachable');
    expect(validatedInCut).toBeGreaterThan(500);
    expect(checks).toContain('agreement');
    expect(mesh.observer.conflicts).toBeGreaterThan(100);
  });

  it('quorum-wallclock: agrees, but puts tokens before others that lie in their past', () => {
    const { mesh, checks } = runThroughCut('quorum-wallclock');
    expect([...checks]).toEqual(['causal order']);
    expect(mesh.observer.conflicts).toBe(0);
  });

  it('quorum-noprepare: splits', () => {
    expect(runThroughCut('quorum-noprepare').checks).toContain('agreement');
  });

  it('quorum-nobackoff: safe, but its proposers duel, and less is validated than with backoff', () => {
    const { mesh, checks } = runThroughCut('quorum-nobackoff');
    expect(checks).not.toContain('agreement');
    expect(mesh.tokens.validatedCount).toBeLessThan(0.9 * runThroughCut('chorus').mesh.tokens.validatedCount);
  });

  it('quorum-volatile: splits after restarts, where the chorus does not', () => {
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    expect(seeds.filter((seed) => runThroughCut('quorum-volatile', seed, true).checks.has('agreement')).length).toBeGreaterThan(0);
    for (const seed of seeds) expect([...runThroughCut('chorus', seed, true).checks]).toEqual([]);
  });
});
