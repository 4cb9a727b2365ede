/** Scenarios with a name. To add one: write it, and name it in the registry at the end. */
import { assert } from '../../base/assert.ts';
import { checkScenario } from './parse.ts';
import type { Scenario, ScenarioInput } from './schema.ts';

export interface Preset {
  readonly name: string;
  readonly title: string;
  /** One sentence: what a person will see. */
  readonly summary: string;
  readonly scenario: Scenario;
}

/** The paper's table: 16 agents at 11.6 tokens a second, one of them with π₀'s 1450 ms. */
const paper = preset('paper', 'The paper', 'The paper’s mesh: 16 agents, one of them 1450 ms late, and a minority cut off for a minute.', {
  durationS: 180,
  mesh: { agents: 16, tokenRateHz: 11.6, stragglers: [{ agent: 15, extraMs: 1450 }] },
  interventions: [
    { atS: 60, do: 'partition', shape: 'minority' },
    { atS: 120, do: 'heal' },
  ],
});

const quiet = preset('quiet', 'Quiet', 'Nothing fails: the oscillators gather and every token is validated within a few round trips.', {});

const halves = preset(
  'halves',
  'Halves for a minute',
  'Two equal sides for a minute: neither has a quorum, so neither validates a token until the heal.',
  {
    interventions: [
      { atS: 30, do: 'partition', shape: 'halves' },
      { atS: 90, do: 'heal' },
    ],
  },
);

const minority = preset(
  'minority',
  'Minority for a minute',
  'Just fewer than half are cut off: they go on generating, the others go on validating.',
  {
    interventions: [
      { atS: 30, do: 'partition', shape: 'minority' },
      { atS: 90, do: 'heal' },
    ],
  },
);

const flapping = preset('flapping', 'Flapping', 'The same cut opens and closes every few seconds for a minute.', {
  interventions: [
    { atS: 30, do: 'partition', shape: 'flapping' },
    { atS: 90, do: 'heal' },
  ],
});

const piZero = preset(
  'pi-zero',
  'π₀: one slow agent',
  'One agent’s messages take 1450 ms longer; with a quorum nobody has to wait for it.',
  {
    mesh: { stragglers: [{ agent: 15, extraMs: 1450 }] },
  },
);

const planet = preset('planet', 'Planet', 'Twenty agents, one in each of twenty cloud regions, host a hundred oscillators each.', {
  field: { oscillators: 2000 },
  mesh: { agents: 20 },
});

/**
 * K = K_c = 2γ + σ² (Sakaguchi 1988 for the Lorentzian law), with numbers that are exact in binary. Ideal exchange, for
 * K_c holds without delay; quantiles, so that the draw of the frequencies does not move the threshold.
 */
const critical = preset('critical', 'At the threshold', 'K stands exactly at the threshold 2γ + σ²: a weak order comes and goes, slowly.', {
  field: {
    oscillators: 16_384,
    coupling: 1.25,
    noise: 0.5,
    frequency: { law: 'lorentzian', width: 0.5, sampling: 'quantile' },
    exchange: 'ideal',
  },
});

const million = preset(
  'million',
  'A million',
  '1,048,576 oscillators on 16 agents: so many that chance no longer moves the order they reach.',
  {
    field: { oscillators: 1_048_576, coupling: 3 },
  },
);

/** In the order in which they are offered. */
export const presets: readonly Preset[] = [paper, quiet, halves, minority, flapping, piZero, planet, critical, million];

export function presetNamed(name: string): Preset | undefined {
  return presets.find((candidate) => candidate.name === name);
}

function preset(name: string, title: string, summary: string, input: Omit<ScenarioInput, 'schema'>): Preset {
  let sound: Scenario | undefined;
  return {
    name,
    title,
    summary,
    // Checked when somebody asks: the page begins with one of them, or with none.
    get scenario() {
      if (sound !== undefined) return sound;
      const checked = checkScenario({ schema: 'chorus.scenario/1', name, ...input });
      assert(checked.ok, `preset ${name} is a sound scenario`);
      return (sound = checked.value);
    },
  };
}
