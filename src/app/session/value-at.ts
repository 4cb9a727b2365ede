import type { Scenario } from '../../lab/scenario/schema.ts';

/** The value of a parameter in a scenario; undefined where this kind of scenario has no such parameter. */
export function valueAt(scenario: Scenario, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), scenario);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
