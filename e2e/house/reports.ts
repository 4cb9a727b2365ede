/** The two runners' reports in one sum. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { failure, success, type Result } from '../../src/base/result.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const unitReport = v.pipe(
  v.object({ success: v.boolean(), numPassedTests: count, numFailedTests: count, numFailedTestSuites: count }),
  v.transform((report): Tally => ({
    passed: report.numPassedTests,
    // A file that cannot be loaded has no failed tests, and is a failure all the same; so is an error outside any test.
    failed: report.success ? 0 : Math.max(1, report.numFailedTests, report.numFailedTests === 0 ? report.numFailedTestSuites : 0),
  })),
);

const browserReport = v.pipe(
  v.object({ stats: v.object({ expected: count, unexpected: count, flaky: count }), errors: v.array(v.unknown()) }),
  v.transform(({ stats, errors }): Tally => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length })),
);

/**
 * Tests passed and failed, unit and browser together. An error (a sentence) when a report is missing or unreadable, or
 * counts nothing: no number is better than a made-up one. Unit tests that fail stop the rest: then theirs is the sum.
 */
export function readReports(directory: string): Result<Tally, string> {
  const unit = readReport(join(directory, 'unit.json'), unitReport);
  if (!unit.ok || unit.value.failed > 0) return unit;
  const browser = readReport(join(directory, 'browser.json'), browserReport);
  if (!browser.ok) return browser;
  return success({ passed: unit.value.passed + browser.value.passed, failed: unit.value.failed + browser.value.failed });
}

function readReport(path: string, schema: v.GenericSchema<unknown, Tally>): Result<Tally, string> {
  if (!existsSync(path)) return failure(`${path} is not there`);
  const document = parseJson(readFileSync(path, 'utf8'));
  if (!document.ok) return failure(`${path}: ${document.error}`);
  const report = v.safeParse(schema, document.value);
  if (!report.success) return failure(`${path}: ${v.summarize(report.issues)}`);
  return report.output.passed + report.output.failed > 0 ? success(report.output) : failure(`${path} counts no test`);
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return success(JSON.parse(text));
  } catch (error) {
    return failure(`not JSON: ${String(error)}`);
  }
}
