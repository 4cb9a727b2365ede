/** What a person chose to open: a scenario document, the record of a run (`run.json`), or the zip of a run. */
import { failure, success, type Result } from '../base/result.ts';
import { maxRunDocumentBytes, parseRunDocument, readRunZip } from '../lab/import/run-document.ts';
import { maxZipBytes } from '../lab/import/zip-entry.ts';
import type { Fault } from '../lab/scenario/fault.ts';
import { parseScenario } from '../lab/scenario/parse.ts';
import type { Scenario } from '../lab/scenario/schema.ts';

/** "PK": every zip begins so. */
const zipMagic = [0x50, 0x4b] as const;
const saysRun = /"schema"\s*:\s*"chorus\.run\/1"/;

export async function readScenarioFile(file: Blob): Promise<Result<Scenario, readonly Fault[]>> {
  if (file.size > maxZipBytes) return tooLarge(file.size, maxZipBytes, 'a zip');
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === zipMagic[0] && second === zipMagic[1]) {
    const run = readRunZip(new Uint8Array(await file.arrayBuffer()));
    return run.ok ? success(run.value.scenario) : run;
  }
  if (file.size > maxRunDocumentBytes) return tooLarge(file.size, maxRunDocumentBytes, 'JSON');
  const text = await file.text();
  if (!saysRun.test(text)) return parseScenario(text);
  const run = parseRunDocument(text);
  return run.ok ? success(run.value.scenario) : run;
}

function tooLarge(bytes: number, maxBytes: number, what: string): Result<never, readonly Fault[]> {
  return failure([{ path: '', found: `${String(bytes)} bytes`, allowed: `${what} of at most ${String(maxBytes)} bytes` }]);
}
