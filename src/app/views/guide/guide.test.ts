import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guideScenarios } from './scenarios.ts';
import { findings } from './findings.ts';

const page = readFileSync(new URL('../../../../docs/experiments.md', import.meta.url), 'utf8');
/** The cells of every row of every table. */
const rows = page.split('\n').flatMap((line) =>
  line.startsWith('|')
    ? [
        line
          .split('|')
          .map((cell) => cell.trim())
          .slice(1, -1),
      ]
    : [],
);

test('Every figure of the guide’s table stands in the page of the experiments, with its interval, claim and verdict', () => {
  expect(findings).toHaveLength(8);
  for (const { measure, of, claimed, value, interval, unit, verdict } of findings) {
    const found = rows.find(([name, whose]) => name === measure && whose === of);
    expect(found?.slice(2, 6), `${measure}, ${of}`).toEqual([value, interval, unit, claimed]);
    const said = rows.find(([claim]) => claim?.startsWith(`${of}: ${measure} is `));
    expect(said?.[1], `${measure}, ${of}`).toBe(`**${verdict}**`);
  }
});

test('The scenarios of the guide are what their figures say', () => {
  expect(guideScenarios.legacyCut.interventions).toEqual(guideScenarios.chorusCut.interventions);
  expect(guideScenarios.legacyCut.mesh.protocol).toBe('legacy');
  expect(guideScenarios.lockstep.mesh.stragglers).toEqual(guideScenarios.loop.mesh.stragglers);
  expect(guideScenarios.clocks.mesh.latency).toEqual({ kind: 'constant', oneWayMs: 400 });
  expect(guideScenarios.late.field.delayS).toBe(1);
});
