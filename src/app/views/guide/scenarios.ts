/** The small scenarios of the guide's figures, and what its buttons load into Live: the defaults with a few places changed. */
import { assert } from '../../../base/assert.ts';
import { defaultScenario } from '../../../lab/scenario/parse.ts';
import type { Scenario } from '../../../lab/scenario/schema.ts';
import { setParameters } from '../../../lab/scenario/set.ts';

type Changes = Readonly<Record<string, unknown>>;

function changed(name: string, changes: Changes): Scenario {
  const made = setParameters(
    defaultScenario,
    Object.entries({ name, ...changes }).map(([path, value]) => ({ path, value })),
  );
  assert(made.ok, `the guide's scenario ${name} is sound`);
  return made.value;
}

const cutAndHeal = (fromS: number, toS: number): Changes => ({
  interventions: [
    { atS: fromS, do: 'partition', shape: 'minority' },
    { atS: toS, do: 'heal' },
  ],
});
const constantDelay = (oneWayMs: number): Changes => ({ 'mesh.latency.kind': 'constant', 'mesh.latency.oneWayMs': oneWayMs });

/** Nine agents, few enough to be told apart; a cut that leaves five of them a quorum. */
const nine: Changes = { 'mesh.agents': 9, 'field.oscillators': 180 };

export const guideScenarios = {
  whole: changed('One mesh', { 'field.oscillators': 320 }),
  chorusCut: changed('A cut, The Chorus', { ...nine, ...cutAndHeal(6, 24) }),
  legacyCut: changed('A cut, Legacy', { ...nine, 'mesh.protocol': 'legacy', ...cutAndHeal(6, 24) }),
  clocks: changed('Lamport clocks', {
    'mesh.agents': 5,
    'field.oscillators': 50,
    'mesh.tokenRateHz': 1,
    'mesh.phaseRateHz': 0,
    ...constantDelay(400),
  }),
  loop: changed('A slow agent, The Chorus', { ...nine, 'mesh.stragglers': [{ agent: 8, extraMs: 1450 }] }),
  lockstep: changed('A slow agent, Legacy', { ...nine, 'mesh.protocol': 'legacy', 'mesh.stragglers': [{ agent: 8, extraMs: 1450 }] }),
  equation: changed('The equation', { 'field.oscillators': 400, 'field.coupling': 0.5, 'field.exchange': 'ideal' }),
  late: changed('Late coupling', { 'field.oscillators': 400, 'field.exchange': 'ideal', 'field.delayS': 1, 'field.frequency.centre': 2 }),
  lagging: changed('Coupling at an angle', { 'field.oscillators': 400, 'field.exchange': 'ideal', 'field.phaseLagRad': 1.3 }),
} as const satisfies Record<string, Scenario>;
