/** The setup that `chorus experiment` is asked for: by name or out of a file, with the options' changes made. */
import { failure, success, type Result } from '../base/result.ts';
import { cards } from '../lab/experiments/conduct.ts';
import { checkSetup, maxSetupBytes, setupOf } from '../lab/experiments/setup.ts';
import type { Setup } from '../lab/experiments/types.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import { parseJson } from '../lab/scenario/json.ts';
import { isRecord } from '../lab/scenario/structure.ts';
import { choices, didYouMean } from '../lab/scenario/suggest.ts';
import { readText } from './input.ts';

export interface SetupOptions {
  readonly set?: readonly string[];
  readonly seed?: string;
  readonly replicates?: string;
  readonly quick?: true;
}

export async function readSetup(source: string, options: SetupOptions): Promise<Result<Setup, readonly Fault[]>> {
  const document = await readDocument(source, options.quick === true);
  if (!document.ok) return document;
  const settings = Object.entries(isRecord(document.value['settings']) ? document.value['settings'] : {});
  for (const text of options.set ?? []) {
    const [, key, value] = /^\s*(\w+)\s*=(.*)$/s.exec(text) ?? [];
    if (key === undefined || value === undefined) {
      return failure([{ path: '--set', found: JSON.stringify(text), allowed: 'setting=value, for instance points=20' }]);
    }
    settings.push([key, valueOf(value)]);
  }
  return checkSetup({
    ...document.value,
    // Not by assignment, which takes `__proto__` for no key of its own.
    settings: Object.fromEntries(settings),
    ...(options.seed === undefined ? {} : { seed: valueOf(options.seed) }),
    ...(options.replicates === undefined ? {} : { replicates: valueOf(options.replicates) }),
  });
}

async function readDocument(source: string, quick: boolean): Promise<Result<Readonly<Record<string, unknown>>, readonly Fault[]>> {
  const names = cards.map(({ name }) => name);
  const card = cards.find(({ name }) => name === source);
  if (card !== undefined) return success(setupOf(card, quick ? 'quick' : 'full'));
  const allowed = `${choices(names)}, or a file chorus.experiment/1${didYouMean(source, names)}`;
  const text = await readText(source, maxSetupBytes, allowed);
  if (!text.ok) return text;
  const json = parseJson(text.value, 'an experiment', maxSetupBytes);
  if (!json.ok) return json;
  return isRecord(json.value) ? success(json.value) : failure([{ path: '', found: 'no object', allowed: 'an object' }]);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
