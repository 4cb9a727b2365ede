import { expect, test } from 'vitest';
import { faultText } from './fault.ts';
import { defaultScenario } from './parse.ts';
import { plannedSizeFaults } from './planned-size.ts';

function faultsOf(durationS: number, tokenRateHz: number): readonly string[] {
  const scenario = { ...defaultScenario, durationS, mesh: { ...defaultScenario.mesh, tokenRateHz } };
  return plannedSizeFaults(scenario).map((fault) => faultText(fault));
}

test('The rows that a planned run would keep are bounded', () => {
  expect(faultsOf(62_500, 1)).toEqual([]);
  expect(faultsOf(62_501, 1)).toEqual([
    'durationS: found 62501; allowed: at most 62500 s (625000 samples, every 0.1 s, of 16 agents); or a longer sampleS',
  ]);
  expect(faultsOf(20_000, 15.625)).toEqual([]);
  expect(faultsOf(20_001, 15.625)).toEqual([
    'durationS: found 20001; allowed: at most 20000 s (5000000 tokens, 15.625 a second from each of 16 agents); or a lower mesh.tokenRateHz',
  ]);
});
