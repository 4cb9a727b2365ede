/**
 * An experiment in the page's address: `experiment=phase-diagram&experiment.seed=7&experiment.settings.columns=4`. The keys are
 * the paths of the document `chorus.experiment/1`; what is as usual is left out. Whether it is sound, the desk says.
 */
import type { Setup } from '../../worker/experiment-api.ts';
import type { SetupDocument } from '../store/experiments.ts';

const key = 'experiment';
const settingsPrefix = `${key}.settings.`;

export const isExperimentKey = (name: string): boolean => name === key || name.startsWith(`${key}.`);

/** What differs from the usual setup of the same experiment. */
export function differenceOf(setup: Setup, usual: Setup): SetupDocument {
  const settings = Object.entries(setup.settings).filter(([path, value]) => value !== usual.settings[path]);
  return {
    experiment: setup.experiment,
    ...(setup.seed === usual.seed ? {} : { seed: setup.seed }),
    ...(setup.replicates === usual.replicates ? {} : { replicates: setup.replicates }),
    ...(settings.length === 0 ? {} : { settings: Object.fromEntries(settings) }),
  };
}

/** As parts of the address, unencoded. */
export function experimentFields({ experiment, settings, ...rest }: SetupDocument): readonly (readonly [name: string, value: string])[] {
  const below = (prefix: string, record: SetupDocument) =>
    Object.entries(record).map(([name, value]) => [`${prefix}${name}`, String(value)] as const);
  return [[key, String(experiment)], ...below(`${key}.`, rest), ...below(settingsPrefix, isRecord(settings) ? settings : {})];
}

/** Undefined where the address asks for no experiment. */
export function experimentOf(fields: ReadonlyMap<string, unknown>): SetupDocument | undefined {
  if (![...fields.keys()].some(isExperimentKey)) return undefined;
  const rest: [string, unknown][] = [];
  const settings: [string, unknown][] = [];
  for (const [name, value] of fields) {
    if (name === key || !isExperimentKey(name)) continue;
    if (name.startsWith(settingsPrefix)) settings.push([name.slice(settingsPrefix.length), value]);
    else rest.push([name.slice(key.length + 1), value]);
  }
  return { ...Object.fromEntries(rest), experiment: fields.get(key), settings: Object.fromEntries(settings) };
}

function isRecord(value: unknown): value is SetupDocument {
  return typeof value === 'object' && value !== null;
}
