/** `npm test`: everything that must hold, cheapest first. Stops at the first failure and names it. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Scripts of package.json, and what each assures. (Who may import whom is among the unit tests.) */
const steps = [
  ['types', 'types: page, worker, Node, tests and pure code, each with its own settings'],
  ['lint', 'lint'],
  ['format:check', 'format'],
  ['dead', 'dead code and unused dependencies'],
  ['test:unit', 'unit tests, and who may import whom'],
  ['check:mesh', 'the short fault campaign: the Chorus holds, every planted bug is found'],
  ['build', 'build'],
  ['size', 'weight of the build'],
  ['browser', 'a browser for the tests'],
  ['check:engines', 'the same bits in every engine that is installed'],
  ['test:browser', 'tests in the browser'],
] as const;

process.exitCode = check();

function check(): number {
  // Yesterday's reports must not pass for today's.
  rmSync(join(root, 'test-results'), { recursive: true, force: true });
  const start = performance.now();
  for (const [index, [script, title]] of steps.entries()) {
    const place = `${index + 1}/${steps.length}`;
    console.log(`\n── ${place} ${title} (npm run ${script})`);
    const stepStart = performance.now();
    // One string and a shell: on Windows npm is a batch file. The names are our own.
    const { status } = spawnSync(`npm run --silent ${script}`, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) {
      console.error(`\n✗ ${place} ${title}: FAILED (npm run ${script}); ${steps.length - index - 1} further checks were not run`);
      return 1;
    }
    console.log(`✓ ${title} (${seconds(stepStart)} s)`);
  }
  console.log(`\nAll ${steps.length} checks passed in ${seconds(start)} s.`);
  return 0;
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
