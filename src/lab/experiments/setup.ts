/** The document `chorus.experiment/1`: which experiment, how often, with which settings. Everything but its name has a default. */
import { failure, success, type Result } from '../../base/result.ts';
import { allowedFor } from '../scenario/allowed.ts';
import { keyPath, quote, type Fault } from '../scenario/fault.ts';
import { parseJson } from '../scenario/json.ts';
import { keepSound } from '../scenario/keep-sound.ts';
import { parameters as scenarioParameters, type Parameter } from '../scenario/parameters.ts';
import { accepts } from '../scenario/rules.ts';
import { isRecord, own } from '../scenario/structure.ts';
import { choices, didYouMean } from '../scenario/suggest.ts';
import { writeJson } from '../scenario/write.ts';
import { experimentNamed, experiments } from './registry.ts';
import type { Card, Setting, Settings, Setup } from './types.ts';

const schema = 'chorus.experiment/1';
/** A setup is a few lines. */
export const maxSetupBytes = 100_000;
const keys = ['schema', 'experiment', 'seed', 'replicates', 'settings'] as const;

/** Reads a setup from JSON text. */
export function parseSetup(text: string): Result<Setup, readonly Fault[]> {
  const json = parseJson(text, 'an experiment', maxSetupBytes);
  return json.ok ? checkSetup(json.value) : json;
}

export function writeSetup(setup: Setup): string {
  return `${writeJson(setup)}\n`;
}

/** Checks a value of any form and fills in the defaults, or tells every fault. */
export function checkSetup(value: unknown): Result<Setup, readonly Fault[]> {
  if (!isRecord(value)) return failure([{ path: '', found: quote(value), allowed: 'an object' }]);
  const faults: Fault[] = Object.keys(value)
    .filter((key) => !(keys as readonly string[]).includes(key))
    .map((key) => ({ path: keyPath('', key), found: 'an unknown key', allowed: `the keys ${choices(keys)}${didYouMean(key, keys)}` }));
  if (own(value, 'schema') !== schema) faults.push({ path: 'schema', found: quote(own(value, 'schema')), allowed: quote(schema) });
  const names = experiments.map(({ card }) => card.name);
  const name = own(value, 'experiment');
  const experiment = typeof name === 'string' ? experimentNamed(name) : undefined;
  if (experiment === undefined) {
    return failure([...faults, { path: 'experiment', found: quote(name), allowed: choices(names) + didYouMean(name, names) }]);
  }
  const { card } = experiment;
  const seed = valueOf(scenarioParameters.seed, own(value, 'seed'), 'seed', faults);
  const replicates = valueOf(card.replicates, own(value, 'replicates'), 'replicates', faults);
  const settings = settingsOf(card, own(value, 'settings'), faults);
  const setup: Setup = { schema, experiment: card.name, seed: seed as number, replicates: replicates as number, settings };
  if (faults.length === 0) faults.push(...experiment.faults(setup).map((fault) => ({ ...fault, path: `settings.${fault.path}` })));
  return faults.length > 0 ? failure(faults) : success(setup);
}

/** What is sound of a setup that is asked for, the rest being as usual, and every fault. No setup where the experiment is unknown. */
export function keepSetup(asked: Readonly<Record<string, unknown>>): {
  readonly setup: Setup | undefined;
  readonly faults: readonly Fault[];
} {
  const { experiment, settings, ...rest } = asked;
  const within = isRecord(settings) ? settings : {};
  const changes = [
    ...Object.entries(rest).map(([key, value]) => ({ path: keyPath('', key), key, value, isSetting: false })),
    ...Object.entries(within).map(([key, value]) => ({ path: keyPath('settings', key), key, value, isSetting: true })),
  ];
  const check = (some: readonly (typeof changes)[number][]) => {
    const entries = (isSetting: boolean) =>
      Object.fromEntries(some.flatMap((change) => (change.isSetting === isSetting ? [[change.key, change.value]] : [])));
    return checkSetup({ schema, ...entries(false), experiment, settings: entries(true) });
  };
  const sound = keepSound(changes, (some) => {
    const checked = check(some);
    return checked.ok ? [] : checked.error;
  });
  const setup = check(sound.kept);
  return { setup: setup.ok ? setup.value : undefined, faults: sound.faults };
}

/** The setup that a card offers, whole or quick. */
export function setupOf({ name, quick, full }: Card, extent: 'quick' | 'full'): Readonly<Record<string, unknown>> {
  const { replicates, settings = {} } = extent === 'quick' ? quick : full;
  return { schema, experiment: name, replicates, settings };
}

function settingsOf(card: Card, value: unknown, faults: Fault[]): Settings {
  if (value !== undefined && !isRecord(value)) {
    faults.push({ path: 'settings', found: quote(value), allowed: 'an object' });
    return {};
  }
  const given = value ?? {};
  const known = card.parameters.map(({ path }) => path);
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const allowed = `a setting of ${card.name}: ${choices(known)}${didYouMean(key, known)}`;
    faults.push({ path: keyPath('settings', key), found: 'an unknown key', allowed });
  }
  return Object.fromEntries(
    card.parameters.map((parameter) => {
      const { path } = parameter;
      return [path, valueOf(parameter, own(given, path) ?? own(card.full.settings ?? {}, path), keyPath('settings', path), faults)];
    }),
  );
}

function valueOf(parameter: Parameter, value: unknown, path: string, faults: Fault[]): Setting {
  if (value === undefined) return parameter.default;
  if (accepts(parameter, value)) return value as Setting;
  const options = parameter.kind === 'choice' ? parameter.options.map((option) => option.value) : [];
  faults.push({ path, found: quote(value), allowed: allowedFor(parameter) + didYouMean(value, options) });
  return parameter.default;
}
