import { expect, it } from 'vitest';
import { plain, run } from './field.fixture.ts';
import { createField } from './field.ts';
import { PHASE_BINS } from './phase-counts.ts';

it('every phase is counted once, for its own agent, in the bin of its angle from 0 on', () => {
  const field = run({ oscillators: 5000, agents: 7 }, { coupling: 1, noise: 1, to: 20 });
  const counts = field.countPhases();
  const expected = new Uint32Array(7 * PHASE_BINS);
  for (let agent = 0; agent < 7; agent++) {
    for (const phase of field.phaseRad.subarray(field.agentStart[agent], field.agentStart[agent + 1])) {
      const turns = phase / (2 * Math.PI);
      const place = agent * PHASE_BINS + Math.floor((turns < 0 ? turns + 1 : turns) * PHASE_BINS);
      expected[place] = (expected[place] ?? NaN) + 1;
    }
  }
  expect(counts).toEqual(expected);
  expect(field.countPhases()).toBe(counts);
  expect(counts).toEqual(expected);
});

it('phases that are all 0 are all in the first bin', () => {
  const counts = createField({ ...plain, initial: { kind: 'synchronised', r0: 0 } }).countPhases();
  counts.forEach((n, k) => expect(n).toBe(k % PHASE_BINS === 0 ? 8 : 0));
});
