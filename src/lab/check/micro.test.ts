import { expect, it } from 'vitest';
import { createMicro } from './micro.ts';

it('chooses at most one value, and one that was proposed, in 50,000 runs in which everything fails', () => {
  const micro = createMicro();
  for (let run = 0; run < 50_000; run++) {
    const broken = micro.run(1, run);
    if (broken !== undefined) expect.fail(`run ${run}: ${broken}`);
  }
  const { runs, chosen, ...happened } = micro.counts;
  expect(chosen / runs).toBeGreaterThan(0.8);
  for (const [name, count] of Object.entries(happened)) expect(count, name).toBeGreaterThan(runs / 10);
});

it('tells a run that breaks a promise step by step, the same every time', () => {
  const micro = createMicro({ rules: { prepares: false } });
  const index = Array.from({ length: 100 }, (_, run) => run).find((run) => micro.run(1, run) === 'agreement');
  const tell = () => {
    const steps: string[] = [];
    expect(createMicro({ rules: { prepares: false } }).run(1, index ?? 0, (step) => steps.push(step))).toBe('agreement');
    return steps;
  };
  const steps = tell();
  expect(tell()).toEqual(steps);
  expect(steps.some((step) => /^accept from proposer \d to acceptor \d \(ballot \d+, value \d\.\d\) arrives/.test(step))).toBe(true);
});
