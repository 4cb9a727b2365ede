/**
 * `npm run check:mesh`: the short fault campaign. The Chorus must keep every promise in so many seeds and runs of the tiny
 * world, the fast one in runs of its own, every planted bug must be found by the check that is named for it, and `docs/campaign.md` must tell the first seeds
 * as they are (`-- --write` writes them).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { bugReport, withTable } from './bug-table.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/campaign.md');
const reports = join(root, 'test-results');

interface Checked {
  readonly what: string;
  readonly passed: boolean;
}

const checked: readonly Checked[] = [
  keepsPromises('check --seeds 0..1999 --micro 1000000'),
  keepsPromises('check --protocol chorus-fast --micro 100000'),
  ...(await findsBugs()),
];
for (const { what, passed } of checked) if (!passed) console.error(`✗ ${what}`);
const failed = checked.filter(({ passed }) => !passed).length;
const passed = checked.length - failed;
mkdirSync(reports, { recursive: true });
writeFileSync(join(reports, 'mesh.json'), JSON.stringify({ passed, failed }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function keepsPromises(line: string): Checked {
  const { status, stdout } = chorus(line);
  console.log(stdout);
  return { what: `chorus ${line}`, passed: status === 0 };
}

/** One for each bug, and one for the page that tells of them. */
async function findsBugs(): Promise<readonly Checked[]> {
  const line = 'check --bugs --json';
  const { stdout } = chorus(line);
  const report = v.safeParse(v.pipe(v.string(), v.parseJson(), bugReport), stdout);
  if (!report.success) return [{ what: `chorus ${line}: ${v.summarize(report.issues)}`, passed: false }];
  const { bugs, missed } = report.output;
  console.log(`${bugs.length - missed.length} of ${bugs.length} planted bugs found by the checks that are named for them`);
  const before = readFileSync(page, 'utf8');
  const after = await withTable(before, report.output);
  if (process.argv.includes('--write')) writeFileSync(page, after);
  return [
    ...bugs.map(({ bug }) => ({ what: `the planted bug ${bug} is found`, passed: !missed.includes(bug) })),
    {
      what: 'docs/campaign.md tells the first seeds as they are now (npm run check:mesh -- --write)',
      passed: before === after || process.argv.includes('--write'),
    },
  ];
}

function chorus(line: string): { readonly status: number | null; readonly stdout: string } {
  // One string and a shell: on Windows npm is a batch file. The arguments are our own.
  return spawnSync(`npm run --silent chorus -- ${line}`, {
    cwd: root,
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
}
