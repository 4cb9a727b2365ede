/** The reports of all that runs tests, in one sum. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { failure, success, type Result } from '../../src/base/result.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Tests that were not run, each with its reason. */
  readonly skipped: readonly string[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

interface Suite {
  readonly suites: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string; readonly annotations: readonly { readonly description?: string | undefined }[] }[];
  }[];
}

/** As Playwright reports them: a file, and what is described in it. */
const suite: v.GenericSchema<unknown, Suite> = v.object({
  suites: v.optional(v.array(v.lazy(() => suite)), []),
  specs: v.array(
    v.object({
      title: v.string(),
      tests: v.array(v.object({ status: v.string(), annotations: v.array(v.object({ description: v.optional(v.string()) })) })),
    }),
  ),
});

function skippedIn({ suites, specs }: Suite): readonly string[] {
  const here = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => `${title}: ${annotations.at(-1)?.description ?? 'no reason given'}`),
  );
  return [...here, ...suites.flatMap(skippedIn)];
}

const unitReport = v.pipe(
  v.object({ success: v.boolean(), numPassedTests: count, numFailedTests: count, numFailedTestSuites: count }),
  v.transform((report): Tally => ({
    passed: report.numPassedTests,
    skipped: [],
    // A file that cannot be loaded has no failed tests, and is a failure all the same; so is an error outside any test.
    failed: report.success ? 0 : Math.max(1, report.numFailedTests, report.numFailedTests === 0 ? report.numFailedTestSuites : 0),
  })),
);

const browserReport = v.pipe(
  v.object({
    stats: v.object({ expected: count, unexpected: count, flaky: count }),
    errors: v.array(v.unknown()),
    suites: v.array(suite),
  }),
  v.transform(({ stats, errors, suites }): Tally => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: suites.flatMap(skippedIn),
  })),
);

/** Of `npm run check:mesh`, which writes it as it is counted. */
const meshReport = v.pipe(
  v.object({ passed: count, failed: count }),
  v.transform((report): Tally => ({ ...report, skipped: [] })),
);

/**
 * Tests passed and failed, of the units, the fault campaign and the browser together. An error (a sentence) when a report is missing or unreadable, or
 * counts nothing: no number is better than a made-up one. What fails stops the rest: then the sum ends there.
 */
export function readReports(directory: string): Result<Tally, string> {
  let sum: Tally = { passed: 0, failed: 0, skipped: [] };
  for (const [name, schema] of reports) {
    const report = readReport(join(directory, name), schema);
    if (!report.ok) return report;
    const { passed, failed, skipped } = report.value;
    sum = { passed: sum.passed + passed, failed: sum.failed + failed, skipped: [...sum.skipped, ...skipped] };
    if (failed > 0) break;
  }
  return success(sum);
}

/** In the order in which they are written. */
const reports = [
  ['unit.json', unitReport],
  ['mesh.json', meshReport],
  ['browser.json', browserReport],
] as const;

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
