/**
 * `npm test`: everything that must hold, cheapest first. Stops at the first failure and names it. What keeps only one core
 * busy runs beside its like, and says what it has to say when it is done.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

type Step = readonly [script: string, title: string];

/** Scripts of package.json, and what each assures, in rows that run beside each other. (Who may import whom is among the unit tests.) */
const rows: readonly (readonly Step[])[] = [
  [
    ['lint', 'lint'],
    ['types', 'types: page, worker, Node, tests and pure code, each with its own settings'],
    ['format:check', 'format'],
    ['dead', 'dead code and unused dependencies'],
  ],
  [['test:unit', 'unit tests, and who may import whom']],
  [['check:mesh', 'the short fault campaign: the Chorus holds, every planted bug is found']],
  [['build', 'build']],
  [['size', 'weight of the build']],
  [['browser', 'a browser for the tests']],
  [['check:engines', 'the same bits in every engine that is installed']],
  [['test:browser', 'tests in the browser']],
];

process.exitCode = await check();

async function check(): Promise<number> {
  // Yesterday's reports must not pass for today's.
  rmSync(join(root, 'test-results'), { recursive: true, force: true });
  const start = performance.now();
  for (const [index, row] of rows.entries()) {
    const passed = await Promise.all(row.map(async (step) => run(step, row.length > 1)));
    if (passed.includes(false)) {
      console.error(`${rows.slice(index + 1).flat().length} further checks were not run`);
      return 1;
    }
  }
  console.log(`\nAll ${rows.flat().length} checks passed in ${seconds(start)} s.`);
  return 0;
}

/** Whether it passed. */
async function run([script, title]: Step, isBesideOthers: boolean): Promise<boolean> {
  const start = performance.now();
  const name = `${rows.flat().findIndex(([other]) => other === script) + 1}/${rows.flat().length} ${title} (npm run ${script})`;
  if (!isBesideOthers) console.log(`\n── ${name}`);
  // One string and a shell: on Windows npm is a batch file. The names are our own.
  const child = spawn(`npm run --silent ${script}`, {
    cwd: root,
    shell: true,
    stdio: isBesideOthers ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  const said: Uint8Array[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Uint8Array) => said.push(bytes));
  await once(child, 'close');
  if (isBesideOthers) console.log(`\n── ${name}\n${Buffer.concat(said).toString()}`.trimEnd());
  const passed = child.exitCode === 0;
  if (passed) console.log(`✓ ${title} (${seconds(start)} s)`);
  else console.error(`\n✗ ${name}: FAILED`);
  return passed;
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
