/** Reads back what `export/run-document.ts` wrote, on its own or out of the zip of a run. */
import * as v from 'valibot';
import { assert } from '../../base/assert.ts';
import { failure, success, type Result } from '../../base/result.ts';
import { runDocumentName } from '../export/files.ts';
import { runDocumentSchema, type RunDocument } from '../export/run-document.ts';
import { faultsBelow, type Fault } from '../scenario/fault.ts';
import { parseJson } from '../scenario/json.ts';
import { checkScenario } from '../scenario/parse.ts';
import { isRecord, own, structureFaults } from '../scenario/structure.ts';
import { readZipText } from './zip-entry.ts';

/** Ten thousand partitions of 128 agents named one by one are 6 MB. */
export const maxRunDocumentBytes = 16_000_000;

export function parseRunDocument(text: string): Result<RunDocument, readonly Fault[]> {
  const json = parseJson(text, 'the record of a run (run.json)', maxRunDocumentBytes);
  if (!json.ok) return json;
  const scenario = checkScenario(isRecord(json.value) ? own(json.value, 'scenario') : undefined);
  const faults = structureFaults(runDocumentSchema, json.value);
  const scenarioFaults = scenario.ok || !isRecord(json.value) ? [] : faultsBelow('scenario', scenario.error);
  if (faults.length > 0 || !scenario.ok) return failure([...faults, ...scenarioFaults]);
  const parsed = v.safeParse(runDocumentSchema, json.value);
  assert(parsed.success, 'the schema accepts what the walk over it found without fault');
  return success({ ...parsed.output, scenario: scenario.value });
}

/** The record of a run out of its zip. */
export function readRunZip(zip: Uint8Array): Result<RunDocument, readonly Fault[]> {
  const text = readZipText(zip, runDocumentName, maxRunDocumentBytes);
  return text.ok ? parseRunDocument(text.value) : text;
}
