import { describe, expect, it } from 'vitest';
import { runDocument, writeRunDocument, type RunDocument } from '../export/run-document.ts';
import { createRun } from '../run/run.ts';
import { faultText } from '../scenario/fault.ts';
import { defaultScenario } from '../scenario/parse.ts';
import { parseRunDocument, readRunZip } from './run-document.ts';

const document = runDocument(createRun(defaultScenario), { wallTimeS: 0.5, where: { runtime: 'a test' }, interrupted: true });

function faultsOf(change: object): readonly string[] {
  const result = parseRunDocument(JSON.stringify({ ...document, ...change }));
  return result.ok ? [] : result.error.map((fault) => faultText(fault));
}

describe('the record of a run', () => {
  it('reads back as it was written, even of a run that was stopped before its first step', () => {
    expect(parseRunDocument(writeRunDocument(document))).toEqual({ ok: true, value: document });
    expect(document.scenario.durationS).toBe(0);
  });

  it('reads back of a live run that went on for longer than any that may be planned', () => {
    const long = { ...document, scenario: { ...document.scenario, durationS: 900_000 } };
    expect(parseRunDocument(writeRunDocument(long))).toEqual({ ok: true, value: long });
  });

  it('may have keys of a later version', () => {
    expect(faultsOf({ merkleRoot: 'abc' })).toEqual([]);
  });

  it.each<[object, string]>([
    [{ schema: 'chorus.run/2' }, 'schema: found "chorus.run/2"; allowed: "chorus.run/1"'],
    [{ digest: 'abc' }, 'digest: found "abc"; allowed: a text of 64 hexadecimal digits'],
    [{ counts: { ...document.counts, steps: -1 } }, 'counts.steps: found -1; allowed: a whole number from 0 to 9007199254740991'],
    [{ scenario: undefined }, 'scenario: found nothing; allowed: an object'],
    [{ scenario: { ...document.scenario, seed: -1 } }, 'scenario.seed: found -1; allowed: a whole number from 0 to 4294967295'],
    [{ interrupted: 'no' }, 'interrupted: found "no"; allowed: true or false'],
    [{ where: { runtime: 3 } }, 'where: found an object; allowed: an object of texts'],
    [{ wallTimeS: null }, 'wallTimeS: found null; allowed: a number from 0 to 1000000000000 (s)'],
  ])('is refused with place, what was found and what is allowed: %j', (change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });

  it('is refused as a whole where it is none', () => {
    expect(parseRunDocument('[]')).toMatchObject({ ok: false, error: [{ path: '', found: 'an empty list', allowed: 'an object' }] });
    expect(parseRunDocument(writeRunDocument(document).slice(0, 500)).ok).toBe(false);
    expect(readRunZip(new Uint8Array(100)).ok).toBe(false);
  });

  it('tells the faults of the record and of its scenario together', () => {
    const bad: Partial<Record<keyof RunDocument, unknown>> = { version: 3, scenario: { schema: 'chorus.scenario/1', seeds: 1 } };
    expect(faultsOf(bad).map((text) => text.split(':')[0])).toEqual(['version', 'scenario.seeds']);
  });
});
