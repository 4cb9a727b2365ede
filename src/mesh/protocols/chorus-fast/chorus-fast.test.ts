import { describe, expect, it } from 'vitest';
import { at } from '../../../base/assert.ts';
import { runCampaign, runEndS } from '../../faults.test-kit.ts';
import { createMesh } from '../../mesh.ts';
import type { Mesh, MeshSettings } from '../../types.ts';
import { shapes } from '../../partition/shapes.ts';
import type { CreateProtocol } from '../../protocol.ts';
import { createChorus } from '../chorus/chorus.ts';
import { createChorusFast, createChorusFastWith } from './chorus-fast.ts';
import { soundFastRules, type FastRules } from './rules.ts';

const agents = 16;
const settings: MeshSettings = { tokenRateHz: 11.6, phaseRateHz: 20, loss: 0, duplication: 0, reordering: 0 };

/** Sixteen agents on the region table. */
function createPlanet(createProtocol: CreateProtocol = createChorusFast, straggler?: number, seed = 1): Mesh {
  const latency = { kind: 'regions', table: 'gcp' } as const;
  const stragglers = straggler === undefined ? [] : [{ agent: straggler, extraMs: 1450 }];
  return createMesh({ seed, agents, latency, stragglers, createProtocol, clockSkewMs: 50, maxEvents: 0 }, settings);
}

/** Of the tokens that others than `except` generated between two times, all of which must be validated; s. */
function medianLatencyS({ tokens }: Mesh, fromS: number, untilS: number, except = -1): number {
  const latencies: number[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const generatedS = at(tokens.generatedS.values, token);
    if (generatedS < fromS || generatedS > untilS || at(tokens.author.values, token) === except) continue;
    expect(tokens.validatedS.values[token]).not.toBeNaN();
    latencies.push(at(tokens.validatedS.values, token) - generatedS);
  }
  return median(latencies);
}

function median(values: readonly number[]): number {
  return at(
    [...values].sort((a, b) => a - b),
    values.length >> 1,
  );
}

/** Over all agents, the median round trip to another; s. */
function roundTripS({ network }: Mesh): number {
  const pairs = Array.from({ length: agents * agents }, (_, pair) => [Math.floor(pair / agents), pair % agents] as const);
  return median(pairs.filter(([from, to]) => from !== to).map(([from, to]) => network.medianS(from, to) + network.medianS(to, from)));
}

describe('one round trip when undisturbed', () => {
  it.each([1, 2, 3])('on the region table a token is validated in 1.2 round trips to the median peer, seed %i', (seed) => {
    const mesh = createPlanet(createChorusFast, undefined, seed);
    mesh.advanceTo(40);
    expect(roundTripS(mesh)).toBeCloseTo(0.135, 3);
    expect(medianLatencyS(mesh, 10, 38) / roundTripS(mesh)).toBeLessThan(1.2);
    expect(mesh.observer.violations).toEqual([]);
  });

  it('which is half of what the Chorus takes, for not much more than twice its messages', () => {
    const [fast, chorus] = [createPlanet(), createPlanet(createChorus)];
    for (const mesh of [fast, chorus]) mesh.advanceTo(30);
    expect(medianLatencyS(fast, 10, 28) / medianLatencyS(chorus, 10, 28)).toBeLessThan(0.55);
    expect(fast.messages.sent / chorus.messages.sent).toBeLessThan(2.2);
  });

  it('a straggler keeps nobody else waiting', () => {
    const mesh = createPlanet(createChorusFast, 0);
    mesh.advanceTo(30);
    expect(medianLatencyS(mesh, 10, 25, 0)).toBeLessThan(1.2 * 0.135);
    expect(medianLatencyS(mesh, 10, 25)).toBeLessThan(1.3 * 0.135);
  });

  it('when whose turn it is crashes, another takes it, within seven round trips for every token', () => {
    const mesh = createPlanet();
    mesh.advanceTo(10);
    // These two are the best placed.
    for (const agent of [11, 14]) mesh.crash(agent);
    mesh.advanceTo(20);
    const { tokens } = mesh;
    for (let token = 0; token < tokens.count; token++) {
      const author = at(tokens.author.values, token);
      const generatedS = at(tokens.generatedS.values, token);
      if (author === 11 || author === 14 || generatedS < 3 || generatedS > 18) continue;
      expect(at(tokens.validatedS.values, token) - generatedS).toBeLessThan(7 * 0.135);
    }
    expect(mesh.observer.violations).toEqual([]);
  });
});

it('tokens pile up on the side without a quorum, the other side goes on, and the heal validates every one', () => {
  const mesh = createPlanet();
  mesh.advanceTo(10);
  const first = mesh.tokens.count;
  mesh.partition(shapes.minority(agents));
  mesh.advanceTo(40);
  const validatedOf = new Int32Array(agents);
  for (let token = first; token < mesh.tokens.count; token++) {
    const author = at(mesh.tokens.author.values, token);
    if (!Number.isNaN(mesh.tokens.validatedS.values[token])) validatedOf[author] = at(validatedOf, author) + 1;
  }
  expect([...validatedOf.subarray(0, 7)]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  for (let agent = 7; agent < agents; agent++) expect(validatedOf[agent]).toBeGreaterThan(330);
  mesh.heal();
  for (let timeS = 40; timeS <= 48; timeS += 0.1) mesh.advanceTo(timeS);
  expect(mesh.observer.convergenceS).toBeLessThan(6);
  expect(mesh.observer.violations).toEqual([]);
});

describe('validated tokens are never lost, doubled or reordered, and a minority validates none', () => {
  // What breaks a promise in three of a hundred scenarios is missed in one such hundred out of twenty.
  const chunk = 100;

  function check(seed: number, lossOfDisks: 'none' | 'minority'): number {
    const { mesh, agents: count, validatedByMinority } = runCampaign(seed, {}, lossOfDisks, createChorusFast);
    const { tokens } = mesh;
    expect(mesh.observer.violations, `seed ${seed}`).toEqual([]);
    expect(validatedByMinority, `seed ${seed}`).toBe(0);
    // Liveness: all that was generated by three seconds before the end, and not lost with a disk, stands in every log.
    const due = tokens.generatedS.values.subarray(0, tokens.count).findIndex((timeS) => timeS > runEndS - 3);
    for (let agent = 0; agent < count; agent++) {
      const log = new Set([...mesh.logs.rows(agent)].flatMap((batch) => [...batch.tokens]));
      for (let token = 0; token < due; token++) {
        expect(log.has(token) || tokens.isForfeit(token), `seed ${seed}, agent ${agent}, token ${token}`).toBe(true);
      }
    }
    return mesh.disksLost;
  }

  it('in each of a hundred random scenarios', () => {
    for (let seed = 0; seed < chunk; seed++) check(seed, 'none');
  });

  it('in each of a hundred with lost disks, fewer than half at once', () => {
    let lost = 0;
    for (let seed = 0; seed < chunk; seed++) lost += check(seed, 'minority');
    expect(lost).toBeGreaterThan(chunk);
  });

  it('nothing splits when any number of disks is lost at once, and it would if their agents voted at once', () => {
    const hasSplit = (seed: number, rules: Partial<FastRules>) => {
      const { observer } = runCampaign(seed, {}, 'any', createChorusFastWith({ ...soundFastRules, ...rules })).mesh;
      return observer.violations.length > 0;
    };
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    expect(seeds.filter((seed) => hasSplit(seed, {}))).toEqual([]);
    expect(seeds.some((seed) => hasSplit(seed, { rejoins: false }))).toBe(true);
  });

  it('and the same check finds the split when half of the agents count as a quorum', () => {
    const half = createChorusFastWith({ ...soundFastRules, quorum: (count) => Math.floor(count / 2) });
    let found = 0;
    for (let seed = 0; seed < 60 && found < 6; seed++) {
      const { violations } = runCampaign(seed, {}, 'none', half).mesh.observer;
      if (violations.some((violation) => violation.check === 'agreement')) found++;
    }
    expect(found).toBe(6);
  });
});
