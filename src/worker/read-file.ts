/** What a person chose to open: a scenario document, the record of a run (`run.json`), or the zip of a run. */
import { failure, success, type Result } from '../base/result.ts';
import { wholeText } from '../base/whole-text.ts';
import { chainFaults } from '../lab/chain/check.ts';
import { chainName } from '../lab/chain/file.ts';
import { runDocumentName } from '../lab/export/files.ts';
import type { RunDocument } from '../lab/export/run-document.ts';
import { agentsName, timeseriesName } from '../lab/export/tables.ts';
import { maxRunDocumentBytes, parseRunDocument, readRunZip } from '../lab/import/run-document.ts';
import { maxZipBytes, readZipText } from '../lab/import/zip-entry.ts';
import { faultText, type Fault } from '../lab/scenario/fault.ts';
import { parseScenario } from '../lab/scenario/parse.ts';
import type { Scenario } from '../lab/scenario/schema.ts';
import type { ReadScenario } from './live-api.ts';

/** "PK": every zip begins so. */
const zipMagic = [0x50, 0x4b] as const;
const saysRun = /"schema"\s*:\s*"chorus\.run\/1"/;

export async function readScenarioFile(file: Blob): Promise<Result<ReadScenario, readonly Fault[]>> {
  if (file.size > maxZipBytes) return tooLarge(file.size, maxZipBytes, 'a zip');
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === zipMagic[0] && second === zipMagic[1]) {
    const zip = new Uint8Array(await file.arrayBuffer());
    const run = readRunZip(zip);
    return run.ok ? success({ scenario: run.value.scenario, record: checkedRecord(zip, run.value) }) : run;
  }
  if (file.size > maxRunDocumentBytes) return tooLarge(file.size, maxRunDocumentBytes, 'the zip of a run, or JSON');
  const text = await file.text();
  const scenario = saysRun.test(text) ? recordedScenario(text) : parseScenario(text);
  return scenario.ok ? success({ scenario: scenario.value, record: undefined }) : scenario;
}

function recordedScenario(text: string): Result<Scenario, readonly Fault[]> {
  const run = parseRunDocument(text);
  return run.ok ? success(run.value.scenario) : run;
}

/** Beyond this a page runs out of memory before it has looked. */
const maxTableBytes = 400_000_000;

function checkedRecord(zip: Uint8Array, document: RunDocument): ReadScenario['record'] {
  const { chain } = document;
  if (chain === undefined) return undefined;
  const unread: string[] = [];
  const text = (name: string, maxBytes = maxTableBytes): string => {
    const read = readZipText(zip, name, maxBytes);
    if (read.ok) return read.value;
    unread.push(...read.error.map((fault) => faultText(fault)));
    return '';
  };
  const runJson = text(runDocumentName, maxRunDocumentBytes);
  const files = { runJson, timeseries: text(timeseriesName), agents: text(agentsName), chain: text(chainName) };
  return { blocks: chain.blocks, root: chain.root, faults: unread.length > 0 ? unread : chainFaults(document, files) };
}

function tooLarge(bytes: number, maxBytes: number, what: string): Result<never, readonly Fault[]> {
  return failure([{ path: '', found: `${wholeText(bytes)} bytes`, allowed: `${what} of at most ${wholeText(maxBytes)} bytes` }]);
}
