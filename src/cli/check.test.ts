import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chorusHere, startChorus, temporaryDirectory } from './chorus.test-kit.ts';

const { path: cwd, remove } = temporaryDirectory();
afterAll(remove);

interface Report {
  readonly seeds: { readonly from: number; readonly to: number };
  readonly complete: boolean;
  readonly mesh: { readonly trials: number; readonly events: number };
  readonly tinyWorld: { readonly runs: number };
  readonly violation?: { readonly seed: number; readonly check: string; readonly agents: number[]; readonly shrunk: Shrunk };
  readonly tinyViolation?: { readonly run: number; readonly check: string; readonly steps: string[] };
}

interface Shrunk {
  readonly faults: number;
  readonly finding: { readonly check: string; readonly timeS: number; readonly message: string };
  readonly scenario: object;
  readonly file: string;
}

const checkJson = async (line: string) => {
  const { code, stdout } = await chorusHere(`check ${line} --json`.split(' '), cwd);
  return { code, report: JSON.parse(stdout) as Report };
};

describe('chorus check', () => {
  it('ends with 0 when nothing was broken, and tells what happened in how many trials', async () => {
    const { code, stdout } = await chorusHere('check --seeds 100..139 --micro 3000'.split(' '), cwd);
    expect(stdout).toMatch(/^check chorus, in [\d.]+ s\n/);
    expect(stdout).toMatch(/tiny world {2}3,000 runs, in 2,\d{3} of them a value was chosen/);
    expect(stdout).toMatch(/mesh {8}seeds 100\.\.139: 40 trials, 2 of them twice, [\d,]+ faults/);
    expect(stdout).toContain('violations  none');
    expect(code).toBe(0);
  });

  it('runs the tiny world of the fast Chorus too, where disks are lost, and tells the steps of a run that breaks a promise', async () => {
    const { stdout } = await chorusHere('check --protocol chorus-fast --micro 500'.split(' '), cwd);
    expect(stdout).toMatch(/tiny world {2}500 runs, in 4\d\d of them a value was chosen/);
    expect(stdout).toMatch(/disks lost \d+/);
    const { code, report } = await checkJson('--bug fast-tells-one-slot --micro 500');
    expect(code).toBe(1);
    expect(report.tinyViolation?.check).toBe('agreement');
    expect(report.tinyViolation?.steps.at(-1)).toMatch(/from agent \d to agent \d .* arrives/);
  });

  it('finds the same whatever the number of threads', async () => {
    const found = [];
    for (const jobs of [1, 3]) {
      const { code, report } = await checkJson(`--bug tied-ballots --seeds 0..99 --micro 5000 --jobs ${jobs}`);
      found.push({ ...report, wallTimeS: 0 });
      expect(code).toBe(1);
      expect(report.violation?.check).toBe('agreement');
      expect(report.mesh.trials).toBe((report.violation?.seed ?? NaN) + 1);
      expect(report.tinyViolation?.steps.at(-1)).toMatch(/arrives/);
    }
    expect(found[0]).toEqual(found[1]);
  });

  it('writes a violation of a protocol as a small scenario, which a run shows at the same time in the same words', async () => {
    const { code, report } = await checkJson('--protocol lamport-reachable --seeds 0..99 --out found');
    expect(code).toBe(1);
    const { faults, finding, file, scenario } = report.violation?.shrunk ?? expect.fail('nothing shrunk');
    expect(faults).toBeLessThanOrEqual(10);
    expect(readdirSync(join(cwd, 'found'))).toEqual([file.slice('found/'.length)]);
    const run = await chorusHere(['run', file, '--json'], cwd);
    expect(run.code).toBe(1);
    const document = JSON.parse(run.stdout) as { scenario: object; violations: unknown[] };
    expect(document.scenario).toEqual(scenario);
    expect(document.violations[0]).toMatchObject(finding);
  });

  it('tells a planted bug with what, when, who, and the command that shows it again', async () => {
    const { code, stdout } = await chorusHere('check --bug no-prepare --seeds 0..99 --out found'.split(' '), cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /violation {3}agreement: .+\nwhen {8}at [\d.]+ s of seed \d+, among \d+ agents, after \d+ faults\nwho {9}agent \d+/,
    );
    const [, again = ''] = /again {7}npm run -s chorus -- (check --bug no-prepare --seeds (\d+)\.\.\2)\n/.exec(stdout) ?? [];
    const [, file = ''] = /scenario {4}(\S+): npm run -s chorus -- run \1,/.exec(stdout) ?? [];
    expect((await chorusHere(again.split(' '), cwd)).stdout).toContain(/violation .*/.exec(stdout)?.[0]);
    expect((await chorusHere(['run', file], cwd)).code).toBe(0);
  });

  it('stops when the time is up, without a gap in what it did', async () => {
    const { code, report } = await checkJson('--seeds 7..4294967295 --minutes 0.02');
    expect(code).toBe(0);
    expect(report.complete).toBe(false);
    expect(report.seeds).toEqual({ from: 7, to: report.mesh.trials + 6 });
  });

  it('keeps what was done on Ctrl-C and ends with 130', async () => {
    const running = startChorus('check --seeds 0..4294967295 --jobs 2 --json'.split(' '), cwd);
    setTimeout(() => running.process.kill('SIGINT'), 3500);
    const { code, stdout, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('interrupted; keeping what is finished');
    expect(JSON.parse(stdout)).toMatchObject({ complete: false, seeds: { from: 0 } });
  });

  it('is told of in the help', async () => {
    const { code, stdout } = await chorusHere(['check', '--help'], cwd);
    for (const text of ['--seeds <a..b>', '--bug <name>', '1000000 runs of the tiny world'])
      expect(stdout.replace(/\s+/g, ' ')).toContain(text);
    expect(code).toBe(0);
  });
});
