import { describe, expect, it } from 'vitest';
import { createMicro, type MicroProtocol } from './micro.ts';

describe.each([
  { protocol: 'chorus', runs: 50_000 },
  { protocol: 'chorus-fast', runs: 4_000 },
] as const)('the tiny world of $protocol', ({ protocol, runs }) => {
  it('chooses at most one value for a slot, and one that was proposed, in many runs in which everything fails', () => {
    const micro = createMicro(protocol);
    for (let run = 0; run < runs; run++) {
      const broken = micro.run(1, run);
      if (broken !== undefined) expect.fail(`run ${run}: ${broken}`);
    }
    const { chosen, diskLosses, ...happened } = micro.counts;
    expect(chosen / runs).toBeGreaterThan(0.8);
    for (const [name, count] of Object.entries(happened)) expect(count, name).toBeGreaterThan(runs / 10);
    // Only the fast one has re-joining in it.
    expect(diskLosses > runs / 10).toBe(protocol === 'chorus-fast');
  });

  it('gives the same runs again, whatever was run before', () => {
    const counts = (first: number): unknown => {
      const micro = createMicro(protocol);
      for (let run = first; run < 300; run++) micro.run(1, run);
      const before = { ...micro.counts };
      for (let run = 300; run < 400; run++) micro.run(1, run);
      return Object.entries(micro.counts).map(([name, count]) => [name, count - before[name as keyof typeof before]]);
    };
    expect(counts(0)).toEqual(counts(300));
  });
});

function stepsOf(protocol: MicroProtocol, flaw: Parameters<typeof createMicro>[1], check: string): readonly string[] {
  const micro = createMicro(protocol, flaw);
  const index = Array.from({ length: 6000 }, (_, run) => run).find((run) => micro.run(0, run) === check) ?? expect.fail(`no ${check}`);
  const tell = (): readonly string[] => {
    const steps: string[] = [];
    expect(createMicro(protocol, flaw).run(0, index, (step) => steps.push(step))).toBe(check);
    return steps;
  };
  const steps = tell();
  expect(tell()).toEqual(steps);
  return steps;
}

describe('a run that breaks something is told step by step, the same every time', () => {
  it('where a promise is broken in the Chorus', () => {
    const steps = stepsOf('chorus', { rules: { prepares: false } }, 'agreement');
    expect(steps.some((step) => /^accept from proposer \d to acceptor \d \(ballot \d+, value \d\.\d\) arrives/.test(step))).toBe(true);
  });

  it('where a disk is lost in the fast Chorus, with the opening of the run', () => {
    const steps = stepsOf('chorus-fast', { fastRules: { takesPromiseOver: false } }, 'agreement');
    expect(steps[0]).toBe('agent 0 proposes');
    expect(steps.slice(0, 40)).toContain('agent 2 loses its disk');
    expect(steps.at(-1)).toMatch(/^accept(ed)? from agent \d to agent \d \(ballot \d+\.\d, slots? .*\) arrives/);
  });

  it('where an agent claims to have accepted what nobody proposed', () => {
    const steps = stepsOf('chorus-fast', { fastRules: { claimsNoHoles: false, fillsHoles: false } }, 'validity');
    expect(steps.at(-1)).toMatch(/arrives/);
  });
});
