import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readReports } from './reports.ts';

const directory = mkdtempSync(join(tmpdir(), 'chorus-reports-'));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const unit = { success: true, numPassedTests: 30, numFailedTests: 0, numFailedTestSuites: 0 };
const mesh = { passed: 20, failed: 0 };
const browser = { stats: { expected: 7, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] as object[], suites: [] as object[] };

function read(reports: { readonly unit?: unknown; readonly mesh?: unknown; readonly browser?: unknown }) {
  mkdirSync(directory, { recursive: true });
  for (const [name, report] of Object.entries(reports)) writeFileSync(join(directory, `${name}.json`), JSON.stringify(report));
  return readReports(directory);
}

it('adds what all of them report', () => {
  expect(read({ unit, mesh, browser })).toEqual({ ok: true, value: { passed: 57, failed: 0, skipped: [] } });
});

it('names every test that was skipped, and why, however deep it stands', () => {
  const ran = { title: 'runs', tests: [{ status: 'expected', annotations: [] }] };
  const skips = { title: 'looks as before', tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'other fonts' }] }] };
  const silent = { title: 'is left out', tests: [{ status: 'skipped', annotations: [] }] };
  const suites = [{ specs: [ran], suites: [{ specs: [skips, silent] }] }];
  expect(read({ unit, mesh, browser: { ...browser, suites } })).toEqual({
    ok: true,
    value: { passed: 57, failed: 0, skipped: ['looks as before: other fonts', 'is left out: no reason given'] },
  });
});

it('counts failed and flaky tests of the browser, and errors outside of tests', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{ message: 'no server' }], suites: [] };
  expect(read({ unit, mesh, browser: report })).toEqual({ ok: true, value: { passed: 55, failed: 3, skipped: [] } });
});

it('gives the unit tests alone when they failed, for then no browser is started', () => {
  const report = { ...unit, success: false, numPassedTests: 29, numFailedTests: 1, numFailedTestSuites: 2 };
  expect(read({ unit: report })).toEqual({ ok: true, value: { passed: 29, failed: 1, skipped: [] } });
});

it('ends with the fault campaign when that failed', () => {
  expect(read({ unit, mesh: { passed: 19, failed: 1 } })).toEqual({ ok: true, value: { passed: 49, failed: 1, skipped: [] } });
});

it('counts a test file that could not be loaded, and a failure that no test shows', () => {
  expect(read({ unit: { ...unit, success: false, numFailedTestSuites: 2 } })).toEqual({
    ok: true,
    value: { passed: 30, failed: 2, skipped: [] },
  });
  expect(read({ unit: { ...unit, success: false } })).toEqual({ ok: true, value: { passed: 30, failed: 1, skipped: [] } });
});

it.each([
  ['a report is missing', { unit, mesh }],
  ['the fault campaign was not run', { unit, browser }],
  ['a report has other fields', { unit, mesh, browser: { stats: {} } }],
  ['no test was run', { unit: { ...unit, numPassedTests: 0 }, mesh, browser }],
  ['no test was run in the browser', { unit, mesh, browser: { ...browser, stats: { ...browser.stats, expected: 0 } } }],
])('gives no number when %s', (_, reports) => {
  expect(read(reports)).toMatchObject({ ok: false });
});

it('gives no number when a report was cut off', () => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'unit.json'), '{ "success": tr');
  expect(readReports(directory)).toMatchObject({ ok: false, error: expect.stringContaining('not JSON') });
});
