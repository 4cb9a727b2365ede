import { describe, expect, it } from 'vitest';
import { createRopeLaboratory } from './laboratory.ts';
import type { MeshRun, RopeSettings } from './types.ts';

const settings: RopeSettings = {
  source: 'exact',
  dimension: 64,
  base: 10_000,
  agents: 12,
  span: 1000,
  seed: 5,
  phaseNoiseRad: 0.3,
  coupled: 'carriers',
  coupling: 8,
  noise: 1,
  agent: 3,
};

describe('the laboratory of the inverse', () => {
  it('reads every position back from exact phases, and says so', () => {
    const look = createRopeLaboratory().look(settings, 0);
    look.read.forEach((position, a) => expect(position).toBeCloseTo(look.positions[a] ?? NaN, 6));
    expect(look.pair.estimate.distance).toBeCloseTo(look.pair.truth, 6);
    expect(look.pair.aliases.every(({ score }) => score < 1)).toBe(true);
    expect(look.verdict.tone).toBe('holds');
    expect(look.verdict.text).toMatch(/^Holds here: 40 pairs are read to .* positions/);
  });

  it('has the error of the bound with small errors and loses the peak with large ones', () => {
    const laboratory = createRopeLaboratory();
    const small = laboratory.curvePoint(settings, 0.2);
    expect(small.grossShare).toBe(0);
    // 120 trials: 6.5% of the r.m.s. is one standard error.
    expect(Math.abs(small.rmsError / small.bound - 1)).toBeLessThan(0.27);
    expect(laboratory.curvePoint(settings, 2).grossShare).toBeGreaterThan(0.8);
    const { tone, text } = laboratory.look({ ...settings, source: 'noisy', phaseNoiseRad: 2.5 }, 0).verdict;
    expect([tone, text]).toEqual(['fails', expect.stringMatching(/^Fails here: \d+% of 40 pairs are read at a wrong peak/)]);
  });

  it('shows the distances drift under a cut and come back after the heal', () => {
    const laboratory = createRopeLaboratory();
    const live: RopeSettings = { ...settings, source: 'carriers' };
    expect(laboratory.look(live, 10).verdict.text).toMatch(/^Holds here: .* K = 8\.00 is above the threshold σ² = 1\.00\.$/);
    laboratory.partition('halves');
    const cut = laboratory.look(live, 40);
    expect(cut.groups.filter((group) => group === 1)).toHaveLength(6);
    expect(cut.across?.grossShare).toBeGreaterThan(0.3);
    expect(cut.quality.grossShare).toBeLessThan(0.1);
    expect(cut.verdict.text).toContain('pairs across the cut');
    laboratory.heal();
    const healed = laboratory.look(live, 10);
    expect(healed.across).toBeUndefined();
    expect(healed.verdict.tone).toBe('holds');
    expect(healed.rows.map(({ timeS }) => timeS)).toEqual([10, 50, 60].map((timeS) => expect.closeTo(timeS, 9) as number));
  });

  it('follows a live mesh: its agents, its K and σ, its cut and its heal, never further than its run has come', () => {
    const laboratory = createRopeLaboratory();
    const wanted: RopeSettings = { ...settings, source: 'mesh', agents: 4, coupling: 0, noise: 0 };
    const run: MeshRun = {
      generation: 1,
      agents: 12,
      coupling: 8,
      noise: 1,
      interventions: [
        { atS: 20, do: 'partition', groups: [[0, 1, 2, 3, 4]] },
        { atS: 60, do: 'heal' },
      ],
      timeS: 10,
    };
    const first = laboratory.look(wanted, 30, run);
    expect(first.positions).toHaveLength(12);
    expect(first.timeS).toBeCloseTo(10, 9);
    expect(first.verdict.text).toContain('K = 8.00 is above the threshold σ² = 1.00');
    const cut = laboratory.look(wanted, 100, { ...run, timeS: 59 });
    expect(cut.timeS).toBeCloseTo(59, 9);
    expect(cut.groups).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
    expect(cut.across?.grossShare).toBeGreaterThan(0.3);
    const healed = laboratory.look(wanted, 100, { ...run, timeS: 75 });
    expect(healed.across).toBeUndefined();
    expect(healed.verdict.tone).toBe('holds');
    // The run has gone back into its past: the carriers are as they were then.
    const past = laboratory.look(wanted, 100, { ...run, timeS: 59 });
    expect(past.timeS).toBeCloseTo(59, 9);
    expect(past.groups).toEqual(cut.groups);
    expect(past.read).toEqual(cut.read);
  });

  it('catches up with what a live mesh has met before it was looked at, a piece at a time', () => {
    const laboratory = createRopeLaboratory();
    const wanted: RopeSettings = { ...settings, source: 'mesh' };
    const run: MeshRun = {
      generation: 1,
      agents: 12,
      coupling: 8,
      noise: 1,
      interventions: [
        { atS: 5, do: 'set', path: 'field.coupling', value: 6 },
        { atS: 300, do: 'partition', shape: 'halves' },
        { atS: 320, do: 'crash', agent: 3 },
      ],
      timeS: 330,
    };
    // It begins two minutes before.
    const early = laboratory.look(wanted, 60, run);
    expect(early.timeS).toBeCloseTo(270, 9);
    expect(early.verdict.text).toContain('K = 6.00');
    expect(early.across).toBeUndefined();
    const late = laboratory.look(wanted, 60, run);
    expect(late.timeS).toBeCloseTo(330, 9);
    // Who is down hears nobody, and is heard by nobody.
    expect(late.groups).toEqual([0, 0, 0, 2, 0, 0, 1, 1, 1, 1, 1, 1]);
    expect(laboratory.look(wanted, 1, { ...run, generation: 2, interventions: [], timeS: 1 }).timeS).toBeCloseTo(1, 9);
  });

  it('hears an agent of a live mesh again when it restarts, and has the noise that was set', () => {
    const run: MeshRun = {
      generation: 1,
      agents: 6,
      coupling: 8,
      noise: 1,
      interventions: [
        { atS: 1, do: 'crash', agent: 3 },
        { atS: 2, do: 'set', path: 'field.noise', value: 0.2 },
        { atS: 3, do: 'restart', agent: 3, disk: 'kept' },
      ],
      timeS: 2.5,
    };
    const laboratory = createRopeLaboratory();
    const wanted: RopeSettings = { ...settings, source: 'mesh' };
    const down = laboratory.look(wanted, 10, run);
    expect(down.groups).toEqual([0, 0, 0, 1, 0, 0]);
    expect(down.verdict.text).toContain('σ² = 0.04');
    expect(laboratory.look(wanted, 10, { ...run, timeS: 4 }).groups).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('fails below the threshold, and where the encoded phases are coupled', () => {
    const laboratory = createRopeLaboratory();
    const below = laboratory.look({ ...settings, source: 'carriers', coupling: 0.5 }, 30);
    expect(below.verdict.text).toMatch(/^Fails here: .* K = 0\.50 is not above the threshold/);
    const naive = laboratory.look({ ...settings, source: 'carriers', coupled: 'encoded', noise: 0.1 }, 30);
    expect(naive.verdict.tone).toBe('fails');
  });

  it('starts its carriers anew when they are made of something else, and when told to', () => {
    const laboratory = createRopeLaboratory();
    const live: RopeSettings = { ...settings, source: 'carriers' };
    laboratory.look(live, 5);
    expect(laboratory.look({ ...live, coupling: 3 }, 1).timeS).toBeCloseTo(6, 9);
    expect(laboratory.look({ ...live, agents: 8 }, 1).timeS).toBeCloseTo(1, 9);
    laboratory.restart();
    expect(laboratory.look({ ...live, agents: 8 }, 0).timeS).toBe(0);
  });
});
