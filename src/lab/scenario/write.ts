/** The canonical text of a scenario: keys in the order of the schema, every default written out, short things on one line. */
import * as v from 'valibot';
import { scenarioSchema, type Scenario } from './schema.ts';

/** What `parseScenario` reads back as the same scenario. The scenario must be a sound one, as `checkScenario` gives it. */
export function writeScenario(scenario: Scenario): string {
  return `${writeJson(v.parse(scenarioSchema, scenario))}\n`;
}

const lineLength = 120;

/**
 * JSON for people: an object or list of plain values that fits on a line stands on one, so a thousand interventions are
 * a thousand lines. Unlike `JSON.stringify` it keeps the sign of −0.
 */
export function writeJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts: readonly string[] = isList
    ? value.map((item) => writeJson(item, inner))
    : Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [`${JSON.stringify(key)}: ${writeJson(item, inner)}`]));
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  if (line.length + indent.length <= lineLength && !line.includes('\n') && !Object.values(value).some(isRecord)) return line;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
