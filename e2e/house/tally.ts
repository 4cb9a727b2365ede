/** `npm run -s tally`: how many tests the last `npm test` ran, and which it did not and why, from the reports that the runners wrote. */
import { join } from 'node:path';
import { readReports } from './reports.ts';

const tally = readReports(join(import.meta.dirname, '../../test-results'));
if (tally.ok) {
  const { passed, failed, skipped } = tally.value;
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
  for (const one of skipped) console.log(`skipped: ${one}`);
} else {
  process.exitCode = 1;
  console.error(`no count of tests: ${tally.error}`);
}
