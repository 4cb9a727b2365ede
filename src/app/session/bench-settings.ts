/** Keeps the settings of a view beside the run and the page's address the same, each setting by the path of its parameter. */
import { allowedFor } from '../../lab/scenario/allowed.ts';
import { quote, type Fault } from '../../lab/scenario/fault.ts';
import { keepSound } from '../../lab/scenario/keep-sound.ts';
import type { Parameter, Parameters } from '../../lab/scenario/parameter.ts';
import { accepts } from '../../lab/scenario/rules.ts';
import { choices, didYouMean } from '../../lab/scenario/suggest.ts';
import { benchStore, isKeyOf, type BenchView, type Fields } from '../store/benches.ts';
import { tellLinkFaults } from './link-faults.ts';

type BenchValue = string | number | boolean;
/** By path; sound. */
export type BenchValues = Readonly<Record<string, BenchValue>>;

export interface Bench {
  readonly view: BenchView;
  readonly parameters: readonly Parameter[];
  /** What must hold between settings that are sound by themselves. */
  readonly faults?: (values: BenchValues) => readonly Fault[];
  readonly values: () => BenchValues;
  readonly open: (values: BenchValues) => void;
}

type Judged = Pick<Bench, 'view' | 'parameters' | 'faults'>;

/** What the fields of an address set a view to, what they leave out or is at fault being as usual; and every fault. */
export function readFields({ view, parameters, faults }: Judged, asked: Fields) {
  const paths = parameters.map(({ path }) => path);
  const faultsOf = ({ path, value }: Field): readonly Fault[] => {
    const parameter = parameters.find((each) => each.path === path);
    if (parameter === undefined) return [{ path, found: 'an unknown setting', allowed: choices(paths) + didYouMean(path, paths) }];
    return accepts(parameter, value) ? [] : [{ path, found: quote(value), allowed: allowedFor(parameter) }];
  };
  const valuesOf = (fields: readonly Field[]): BenchValues => ({
    ...usualOf(parameters),
    ...Object.fromEntries(fields.map(({ path, value }) => [path, value as BenchValue])),
  });
  const fields = Object.entries(asked).map(([path, value]) => ({ path, value }));
  const sound = keepSound(
    fields.filter(({ path }) => isKeyOf(view, path)),
    (some) => {
      const found = some.flatMap(faultsOf);
      return found.length > 0 ? found : (faults?.(valuesOf(some)) ?? []);
    },
  );
  return { values: valuesOf(sound.kept), faults: sound.faults };
}

interface Field {
  readonly path: string;
  readonly value: unknown;
}

function usualOf(parameters: readonly Parameter[]): Record<string, BenchValue> {
  return Object.fromEntries(parameters.map((parameter) => [parameter.path, parameter.default]));
}

/** What is not as usual. */
export function changedFields(parameters: readonly Parameter[], values: BenchValues): Fields {
  const changed = parameters.filter((parameter) => values[parameter.path] !== parameter.default);
  return Object.fromEntries(changed.map(({ path }) => [path, values[path]]));
}

/** Settings by the names of a table, as pairs by the paths of its parameters. */
export function valuesByPath(table: Parameters, settings: Readonly<Record<string, unknown>>): readonly (readonly [string, BenchValue])[] {
  return Object.entries(table).map(([name, { path }]) => [path, settings[name] as BenchValue]);
}

export function settingsByName(table: Parameters, values: BenchValues): Readonly<Record<string, BenchValue | undefined>> {
  return Object.fromEntries(Object.entries(table).map(([name, { path }]) => [name, values[path]]));
}

/** From now on the view opens what an address asks for, and tells the address what it is set to: call the answer at every change. */
export function keepInAddress(bench: Bench): () => void {
  const { view, parameters } = bench;
  function take(asked: Fields | undefined): void {
    if (asked === undefined || !Object.keys(asked).some((path) => isKeyOf(view, path))) return;
    const read = readFields(bench, asked);
    bench.open(read.values);
    tellLinkFaults('Some settings of this link could not be read', read.faults, 'They are as usual.');
    benchStore.setState({ asked: undefined });
    tell();
  }
  function tell(): void {
    const fields = changedFields(parameters, bench.values());
    const { told } = benchStore.getState();
    if (JSON.stringify(told[view] ?? {}) !== JSON.stringify(fields)) benchStore.setState({ told: { ...told, [view]: fields } });
  }
  take(benchStore.getState().asked);
  benchStore.subscribe(({ asked }, before) => {
    if (asked !== before.asked) take(asked);
  });
  return tell;
}
