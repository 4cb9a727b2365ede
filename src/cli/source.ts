/** The scenario that a command is about: out of a file, a preset or standard input, with the options' changes made. */
import { failure, success, type Result } from '../base/result.ts';
import { parseRunDocument } from '../lab/import/run-document.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import { touches } from '../lab/scenario/keep-sound.ts';
import { parseScenario } from '../lab/scenario/parse.ts';
import { plannedSizeFaults } from '../lab/scenario/planned-size.ts';
import { presetNamed, presets } from '../lab/scenario/presets.ts';
import { maxDocumentBytes, type Scenario } from '../lab/scenario/schema.ts';
import { parseAssignment, setParameters, type Assignment } from '../lab/scenario/set.ts';
import { choices, didYouMean } from '../lab/scenario/suggest.ts';
import { readText } from './input.ts';

export interface ScenarioOptions {
  readonly set?: readonly string[];
  readonly seed?: string;
  readonly duration?: string;
}

/** What is wrong, and in what: the file, or the option that said it. */
export interface Refusal {
  readonly place: (fault: Fault) => string;
  readonly faults: readonly Fault[];
}

export async function readScenario(source: string, options: ScenarioOptions): Promise<Result<Scenario, Refusal>> {
  const scenario = await readSource(source);
  return scenario.ok ? applyOptions(scenario.value, options, source) : refusal(nameOf(source), scenario.error);
}

/** How a source is called in messages. */
export function nameOf(source: string): string {
  return source === '-' ? 'standard input' : source;
}

const presetPrefix = 'preset:';
const presetNames = presets.map((preset) => preset.name);

async function readSource(source: string): Promise<Result<Scenario, readonly Fault[]>> {
  if (source.startsWith(presetPrefix)) {
    const name = source.slice(presetPrefix.length);
    const preset = presetNamed(name);
    if (preset !== undefined) return success(preset.scenario);
    return failure([{ path: '', found: 'an unknown preset', allowed: choices(presetNames) + didYouMean(name, presetNames) }]);
  }
  const meant = presetNames.includes(source) ? `; did you mean "${presetPrefix}${source}"?` : '';
  const text = await readText(
    source,
    maxDocumentBytes,
    `a scenario file, the run.json of a run, preset:NAME, or - for standard input${meant}`,
  );
  if (!text.ok) return text;
  const scenario = parseScenario(text.value);
  if (scenario.ok) return scenario;
  const recorded = parseRunDocument(text.value);
  return recorded.ok ? success(recorded.value.scenario) : scenario;
}

interface Change {
  readonly text: string;
  readonly assignment: Assignment;
}

function applyOptions(scenario: Scenario, options: ScenarioOptions, source: string): Result<Scenario, Refusal> {
  const changes: Change[] = [];
  for (const given of options.set ?? []) {
    const assignment = parseAssignment(given);
    if (!assignment.ok) return refusal(`--set ${given}`, [assignment.error]);
    changes.push({ text: `--set ${given}`, assignment: assignment.value });
  }
  if (options.seed !== undefined)
    changes.push({ text: `--seed ${options.seed}`, assignment: { path: 'seed', value: numberOf(options.seed) } });
  if (options.duration !== undefined) {
    changes.push({ text: `--duration ${options.duration}`, assignment: { path: 'durationS', value: numberOf(options.duration) } });
  }
  const changed = setParameters(
    scenario,
    changes.map((change) => change.assignment),
  );
  const faults = changed.ok ? plannedSizeFaults(changed.value) : changed.error;
  if (changed.ok && faults.length === 0) return changed;
  const blame = (fault: Fault): string => changes.findLast((change) => touches(change.assignment.path, fault))?.text ?? nameOf(source);
  return failure({ place: blame, faults });
}

/** A number where the text is one, for the schema to judge; the text itself otherwise, for the message. */
function numberOf(text: string): number | string {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

function refusal(place: string, faults: readonly Fault[]): Result<never, Refusal> {
  return failure({ place: () => place, faults });
}
