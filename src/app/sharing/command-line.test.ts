import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { presetNamed } from '../../lab/scenario/presets.ts';
import type { Intervention, Scenario } from '../../lab/scenario/schema.ts';
import { parseAssignment, setParameters } from '../../lab/scenario/set.ts';
import { commandLine, type RunAsDone } from './command-line.ts';

/** What the line asks the terminal to run: its quotes read as a shell reads them, its options as `chorus run` does. */
function asked(line: string): Scenario {
  const words = [...line.matchAll(/(?:'[^']*'|\\'|[^\s'])+/g)].map(([word]) =>
    word.replaceAll(/\\'|'/g, (quote) => (quote === "'" ? '' : "'")),
  );
  const preset = presetNamed(/preset:(\S+)/.exec(line)?.[1] ?? '');
  const assignments = words.flatMap((word, i) => {
    const next = words[i + 1] ?? '';
    const option = word === '--set' ? next : word === '--seed' ? `seed=${next}` : word === '--duration' ? `durationS=${next}` : undefined;
    if (option === undefined) return [];
    const assignment = parseAssignment(option);
    if (!assignment.ok) throw new Error(option);
    return [assignment.value];
  });
  const scenario = setParameters(preset?.scenario ?? defaultScenario, assignments);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return scenario.value;
}

function changed(changes: readonly (readonly [string, unknown])[], from = defaultScenario): Scenario {
  const scenario = setParameters(
    from,
    changes.map(([path, value]) => ({ path, value })),
  );
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return scenario.value;
}

const cut: readonly Intervention[] = [
  { atS: 1.25, do: 'partition', shape: 'minority' },
  { atS: 2, do: 'set', path: 'field.coupling', value: 3.5 },
  { atS: 4.5, do: 'heal' },
];

function expectSame(run: RunAsDone): void {
  const { interventions, scenario, reachedS } = run;
  expect({ ...asked(commandLine(run)), name: '' }).toEqual({ ...scenario, interventions, durationS: reachedS, name: '' });
}

describe('the line for a terminal', () => {
  it('of the defaults asks for nothing but their duration', () => {
    const line = commandLine({ scenario: defaultScenario, interventions: [], reachedS: 12.5 });
    expect(line).toBe('npm run -s chorus -- run preset:quiet --duration 12.5 --out out');
  });

  it('runs what was set, another kind of network, stragglers, the seed and what was done on the way', () => {
    const scenario = changed([
      ['field.coupling', 2.25],
      ['field.oscillators', 100_000],
      ['field.initial.kind', 'poisson'],
      ['field.initial.r0', 0.25],
      ['mesh.latency.kind', 'lognormal'],
      ['mesh.latency.sigma', 0.75],
      ['mesh.stragglers', [{ agent: 15, extraMs: 1450 }]],
      ['field.turnForward', false],
      ['seed', 7],
    ]);
    expectSame({ scenario, interventions: cut, reachedS: 6.01 });
  });

  it('of what differs least from a preset says its name and only that', () => {
    const halves = presetNamed('halves')?.scenario ?? defaultScenario;
    const run = { scenario: halves, interventions: halves.interventions, reachedS: 20 };
    expect(commandLine(run)).toBe('npm run -s chorus -- run preset:halves --duration 20 --out out');
    expectSame({ ...run, scenario: changed([['field.noise', 0.5]], halves), interventions: [...halves.interventions, ...cut] });
  });
});
