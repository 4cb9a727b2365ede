/**
 * The page's address: `#1&preset=halves&field.coupling=3.5&view=guide`. A version, then whatever differs from the preset
 * (or from the defaults), then the view, with its experiment. Any text can be read: what makes no sense is as by default, and
 * is told.
 */
import { failure, success, type Result } from '../../base/result.ts';
import { quote, type Fault } from '../../lab/scenario/fault.ts';
import { keepSound } from '../../lab/scenario/keep-sound.ts';
import { defaultScenario } from '../../lab/scenario/parse.ts';
import { parameters } from '../../lab/scenario/parameters.ts';
import { presetNamed, presets } from '../../lab/scenario/presets.ts';
import type { Scenario } from '../../lab/scenario/schema.ts';
import { setParameters, type Assignment } from '../../lab/scenario/set.ts';
import { choices, didYouMean } from '../../lab/scenario/suggest.ts';
import { isBenchKey, type Fields } from '../store/benches.ts';
import type { SetupDocument } from '../store/experiments.ts';
import { views, type View } from '../store/settings.ts';
import { experimentFields, experimentOf, isExperimentKey } from './experiment-code.ts';
import { valueAt } from './value-at.ts';

export interface PageState {
  /** Without interventions other than the preset's: they can be long, and an exported run has them all. */
  readonly scenario: Scenario;
  readonly preset: string | undefined;
  readonly view: View;
  /** What the notebook of experiments is open at; not judged here. */
  readonly experiment: SetupDocument | undefined;
  /** What the views beside the run are set to, by path; not judged here. */
  readonly bench?: Fields | undefined;
}

export const defaultState: PageState = { scenario: defaultScenario, preset: undefined, view: 'live', experiment: undefined };

const version = '1';
const stragglersKey = 'stragglers';
/** Far more than every parameter there is. */
const maxLength = 8_000;

export function encodeAddress({ scenario, preset, view, experiment, bench }: PageState): string {
  const base = presetNamed(preset ?? '')?.scenario ?? defaultScenario;
  const parts = [version];
  if (preset !== undefined) parts.push(`preset=${preset}`);
  for (const { path } of Object.values(parameters)) {
    const value = valueAt(scenario, path);
    if (isPlain(value) && value !== valueAt(base, path)) parts.push(`${path}=${encodeURIComponent(String(value))}`);
  }
  const stragglers = stragglersText(scenario);
  if (stragglers !== stragglersText(base)) parts.push(`${stragglersKey}=${stragglers}`);
  if (view !== 'live') parts.push(`view=${view}`);
  if (experiment !== undefined) {
    for (const [name, value] of experimentFields(experiment)) parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  for (const [path, value] of Object.entries(bench ?? {})) parts.push(`${encodeURIComponent(path)}=${encodeURIComponent(String(value))}`);
  return `#${parts.join('&')}`;
}

export interface ReadAddress {
  /** With whatever in the address makes sense. */
  readonly state: PageState;
  /** Of everything else in it. */
  readonly faults: readonly Fault[];
}

/** Reads what stands behind `#`, with or without it. Fails where it is no address of this page at all. */
export function decodeAddress(hash: string): Result<ReadAddress, Fault> {
  const text = hash.replace(/^#/, '');
  if (text === '') return success({ state: defaultState, faults: [] });
  const allowed = `an address of at most ${String(maxLength)} characters that begins with #${version}`;
  if (text.length > maxLength) return failure({ path: '', found: `${String(text.length)} characters`, allowed });
  const [found = '', ...parts] = text.split('&');
  if (found !== version) return failure({ path: '', found: quote(`#${found}`), allowed });
  const fields = new Map<string, string>();
  const faults: Fault[] = [];
  for (const part of parts) {
    const equals = part.indexOf('=');
    const [name, value] = [decoded(part.slice(0, equals)), decoded(part.slice(equals + 1))];
    if (equals < 1 || name === undefined || value === undefined) faults.push({ path: '', found: quote(part), allowed: 'name=value' });
    else fields.set(name, value);
  }
  return success({ state: pageState(fields, faults), faults });
}

/** @param faults to which those of the fields are added. */
function pageState(fields: ReadonlyMap<string, string>, faults: Fault[]): PageState {
  const choose = <Name extends string>(key: string, names: readonly Name[]): Name | undefined => {
    const found = fields.get(key);
    const name = names.find((candidate) => candidate === found);
    if (found !== name) faults.push({ path: key, found: quote(found), allowed: choices(names) + didYouMean(found, names) });
    return name;
  };
  const preset = choose(
    'preset',
    presets.map(({ name }) => name),
  );
  const view = choose('view', views) ?? 'live';
  const values = [...fields].map(([key, text]) => [key, plainValue(text)] as const);
  const bench = values.filter(([key]) => isBenchKey(key));
  return {
    scenario: scenarioOf(presetNamed(preset ?? '')?.scenario ?? defaultScenario, fields, faults),
    preset,
    view,
    experiment: experimentOf(new Map(values)),
    bench: bench.length === 0 ? undefined : Object.fromEntries(bench),
  };
}

function scenarioOf(base: Scenario, fields: ReadonlyMap<string, string>, faults: Fault[]): Scenario {
  const assignments: Assignment[] = [];
  for (const [key, text] of fields) {
    if (key === 'preset' || key === 'view' || isExperimentKey(key) || isBenchKey(key)) continue;
    if (key === stragglersKey) assignments.push({ path: 'mesh.stragglers', value: stragglersOf(text) });
    else assignments.push({ path: key, value: plainValue(text) });
  }
  const sound = keepSound(assignments, (some) => {
    const changed = setParameters(base, some);
    return changed.ok ? [] : changed.error;
  });
  faults.push(...sound.faults);
  const scenario = setParameters(base, sound.kept);
  return scenario.ok ? scenario.value : base;
}

function isPlain(value: unknown): value is number | string | boolean {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

function plainValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/** `15:1450,3:200`: agent and extra milliseconds. */
function stragglersText(scenario: Scenario): string {
  return scenario.mesh.stragglers.map(({ agent, extraMs }) => `${String(agent)}:${String(extraMs)}`).join(',');
}

function stragglersOf(text: string): unknown {
  if (text === '') return [];
  return text.split(',').map((entry) => {
    const [agent, extraMs] = entry.split(':').map(Number);
    return { agent, extraMs };
  });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
