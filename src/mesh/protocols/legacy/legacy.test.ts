import { describe, expect, it } from 'vitest';
import { at } from '../../../base/assert.ts';
import type { LatencyOptions } from '../../latency/registry.ts';
import { createMesh } from '../../mesh.ts';
import type { Mesh } from '../../types.ts';
import { shapes } from '../../partition/shapes.ts';
import { protocols } from '../registry.ts';

interface Options {
  readonly protocol?: 'legacy' | 'legacy-strict';
  readonly agents?: number;
  readonly latency?: LatencyOptions;
  readonly loss?: number;
  readonly clockSkewMs?: number;
  readonly stragglers?: readonly { readonly agent: number; readonly extraMs: number }[];
}

function createLegacyMesh({
  protocol = 'legacy',
  agents = 6,
  latency = { kind: 'regions', table: 'gcp' },
  loss = 0,
  clockSkewMs = 50,
  stragglers = [],
}: Options = {}): Mesh {
  const createProtocol = protocols[protocol]({ barrierTimeoutS: 2, roundBatch: 4 });
  const options = { seed: 5, agents, latency, stragglers, createProtocol, clockSkewMs, maxEvents: 0 };
  return createMesh(options, { tokenRateHz: 10, phaseRateHz: 20, loss, duplication: 0, reordering: 0 });
}

function run(mesh: Mesh, toS: number): Mesh {
  for (let timeS = mesh.nowS; timeS <= toS; timeS += 0.1) mesh.advanceTo(timeS);
  return mesh;
}

const logOf = (mesh: Mesh, agent: number) => [...mesh.logs.rows(agent)].flatMap((batch) => [...batch.tokens]);
const checks = (mesh: Mesh) => new Set(mesh.observer.violations.map((violation) => violation.check));

describe('with nothing wrong', () => {
  it('all logs are one, at the full rate of the token clocks, when the network is fast', () => {
    const mesh = run(createLegacyMesh({ latency: { kind: 'constant', oneWayMs: 10 } }), 30);
    expect(mesh.tokens.validatedCount).toBeGreaterThan(0.97 * 30 * 10 * 6);
    expect(mesh.observer.conflicts).toBe(0);
    const [first, ...others] = Array.from({ length: 6 }, (_, agent) => logOf(mesh, agent));
    for (const other of others) {
      const length = Math.min(first?.length ?? 0, other.length);
      expect(other.slice(0, length)).toEqual(first?.slice(0, length));
    }
  });

  it('wall clocks put tokens before others that lie in their past', () => {
    expect(checks(run(createLegacyMesh({ clockSkewMs: 500, latency: { kind: 'lognormal', medianMs: 50, sigma: 1 } }), 20))).toEqual(
      new Set(['causal order']),
    );
  });

  it('a lost message is asked for again, and nobody is evicted for it', () => {
    const mesh = run(createLegacyMesh({ loss: 0.1 }), 30);
    expect(mesh.observer.conflicts).toBe(0);
    expect(mesh.tokens.validatedCount).toBeGreaterThan(500);
  });

  it('one straggler slows everybody down to its pace: the token clocks stand still meanwhile', () => {
    const mesh = run(createLegacyMesh({ stragglers: [{ agent: 2, extraMs: 1450 }] }), 60);
    // At most two rounds of a batch fit into the straggler's delay.
    expect(mesh.tokens.count).toBeLessThan((60 / 1.45) * 2 * 4 * 6);
    expect(mesh.tokens.count).toBeLessThan(0.7 * 60 * 10 * 6);
  });
});

describe('under a cut', () => {
  it('both sides evict each other and go on committing: the log splits', () => {
    const mesh = run(createLegacyMesh(), 10);
    mesh.partition(shapes.halves(6));
    const before = mesh.tokens.validatedCount;
    run(mesh, 30);
    expect(mesh.tokens.validatedCount).toBeGreaterThan(before + 500);
    expect(mesh.observer.conflicts).toBeGreaterThan(100);
    expect(mesh.observer.lastConflictS).toBeGreaterThan(12);
  });

  it('after the heal the logs are merged into one, and validated tokens are lost', () => {
    const mesh = run(createLegacyMesh(), 10);
    mesh.partition(shapes.halves(6));
    run(mesh, 20);
    mesh.heal();
    run(mesh, 30);
    const shortest = Math.min(...Array.from({ length: 6 }, (_, agent) => logOf(mesh, agent).length));
    for (let agent = 1; agent < 6; agent++) expect(logOf(mesh, agent).slice(0, shortest)).toEqual(logOf(mesh, 0).slice(0, shortest));
    expect(checks(mesh)).toContain('survival');
  });

  it('the strict system stops: nothing splits, nothing is made, and after the heal it goes on', () => {
    const mesh = run(createLegacyMesh({ protocol: 'legacy-strict' }), 10);
    mesh.partition(shapes.isolate(6));
    run(mesh, 12);
    const made = mesh.tokens.count;
    run(mesh, 40);
    expect(mesh.tokens.count).toBe(made);
    mesh.heal();
    run(mesh, 50);
    expect(mesh.tokens.count).toBeGreaterThan(made + 100);
    expect(mesh.observer.conflicts).toBe(0);
  });
});

it('a crashed member is evicted, and let in again when it restarts', () => {
  const mesh = run(createLegacyMesh(), 10);
  mesh.crash(3);
  run(mesh, 20);
  const withoutIt = logOf(mesh, 0).length;
  mesh.restart(3);
  run(mesh, 40);
  expect(logOf(mesh, 0).length).toBeGreaterThan(withoutIt + 300);
  const own = at(mesh.tokens.byAuthor, 3);
  const lastOwn = at(own.values, own.length - 20);
  expect(logOf(mesh, 0)).toContain(lastOwn);
});

it('the strict system stays one though a member restarts in the middle of its rounds, again and again', () => {
  const mesh = createLegacyMesh({ protocol: 'legacy-strict' });
  for (let restart = 0; restart < 40; restart++) {
    run(mesh, mesh.nowS + 0.13);
    mesh.crash(restart % 6);
    run(mesh, mesh.nowS + 0.07);
    mesh.restart(restart % 6);
  }
  const made = mesh.tokens.count;
  run(mesh, mesh.nowS + 5);
  expect(mesh.tokens.count).toBeGreaterThan(made + 100);
  expect(mesh.observer.conflicts).toBe(0);
  expect(checks(mesh)).not.toContain('agreement');
});
