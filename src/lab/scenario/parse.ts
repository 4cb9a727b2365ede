/** From what a person wrote to what the laboratory runs: every default filled in, or every fault told. */
import * as v from 'valibot';
import { assert } from '../../base/assert.ts';
import { failure, success, type Result } from '../../base/result.ts';
import type { Fault } from './fault.ts';
import { parseJson } from './json.ts';
import { ruleFaults } from './rules.ts';
import { maxDocumentBytes, scenarioSchema, type Scenario } from './schema.ts';
import { structureFaults } from './structure.ts';

/** Reads a scenario document from JSON text of at most 1 MB. */
export function parseScenario(text: string): Result<Scenario, readonly Fault[]> {
  const json = parseJson(text, 'a scenario', maxDocumentBytes);
  return json.ok ? checkScenario(json.value) : json;
}

/** Checks a value of any form (a parsed document, a message from another thread) and fills in the defaults. */
export function checkScenario(value: unknown): Result<Scenario, readonly Fault[]> {
  const faults = [...structureFaults(scenarioSchema, value), ...ruleFaults(value)];
  if (faults.length > 0) return failure(faults);
  const parsed = v.safeParse(scenarioSchema, value);
  assert(parsed.success, 'the schema accepts what the walk over it found without fault');
  return success(parsed.output);
}

/** What a document that says nothing but its `schema` means. */
export const defaultScenario: Scenario = v.parse(scenarioSchema, { schema: 'chorus.scenario/1' });
