import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chorus, chorusHere, startChorus, temporaryDirectory } from './chorus.test-kit.ts';

const { path: cwd, remove } = temporaryDirectory();
afterAll(remove);

const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
const small = '--set columns=4 --set rows=2 --set oscillators=100 --set settleS=2 --replicates 2';
const experiment = async (args: string) => chorus(`experiment ${args}`.split(' '), cwd);

describe('chorus experiment', { timeout: 120_000 }, () => {
  it('gives the same files on one thread and on three', async () => {
    for (const jobs of [1, 3])
      expect(await experiment(`phase-diagram ${small} --jobs ${jobs} --out jobs${jobs}`)).toMatchObject({ code: 0 });
    const names = readdirSync(join(cwd, 'jobs1'));
    expect(names).toEqual(['experiment.json', 'figure-order.csv', 'outcomes.jsonl', 'replicates.csv', 'report.json', 'table.csv']);
    for (const name of names) expect(read(`jobs3/${name}`)).toBe(read(`jobs1/${name}`));
  });

  it('goes on with what is there, and comes to the same', async () => {
    const whole = read('jobs1/outcomes.jsonl').split('\n');
    // Killed while it wrote the ninth outcome.
    writeFileSync(join(cwd, 'jobs3/outcomes.jsonl'), [...whole.slice(0, 9), whole[9]?.slice(0, 12)].join('\n'));
    const { code, stdout } = await experiment(`jobs3/experiment.json --jobs 2 --out jobs3 --resume --json`);
    expect([code, (JSON.parse(stdout) as { finished: number }).finished]).toEqual([0, 16]);
    expect(read('jobs3/outcomes.jsonl')).toBe(read('jobs1/outcomes.jsonl'));
    expect(read('jobs3/report.json')).toBe(read('jobs1/report.json'));
  });

  it('computes nothing anew that was finished, failed replicates neither: they are shown, and the rest stands', async () => {
    const whole = read('jobs1/outcomes.jsonl').split('\n');
    // What no run of this experiment comes to.
    const planted = ['{"job":2,"ok":true,"value":0.123456}', '{"job":5,"ok":false,"error":"it broke"}'];
    writeFileSync(join(cwd, 'jobs3/outcomes.jsonl'), [whole[0], ...planted, ''].join('\n'));
    const { code, stdout } = await experiment(`jobs3/experiment.json --jobs 2 --out jobs3 --resume`);
    expect(code).toBe(1);
    expect(stdout).toContain('15 of 16 jobs');
    expect(stdout).toMatch(/failed +job 5 \(K = 1.5, σ = 1.2, seed 42\): it broke/);
    const outcomes = read('jobs3/outcomes.jsonl').split('\n');
    expect(outcomes.map((line) => line === planted[0] || line === planted[1])).toEqual(whole.map((_, line) => line === 3 || line === 6));
    expect(outcomes.filter((line) => !planted.includes(line))).toEqual(whole.filter((_, line) => line !== 3 && line !== 6));
  });

  it('writes the tables of the documentation, the same every time', async () => {
    const again = async () => chorusHere('experiment jobs1/experiment.json --out jobs1 --resume --markdown'.split(' '), cwd);
    const { code, stdout } = await again();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^`npm run -s chorus -- experiment phase-diagram --seed 42 --replicates 2 --set oscillators=100/);
    expect(stdout).toContain('| claim | verdict | measured |');
    expect(stdout).toMatch(/digest `[0-9a-f]{64}`/);
    expect((await again()).stdout).toBe(stdout);
  });

  it('keeps what was finished on Ctrl-C, ends with 130, and can be resumed', async () => {
    const long = '--set columns=4 --set rows=8 --set oscillators=20000 --set settleS=20 --replicates 1';
    const running = startChorus(`experiment phase-diagram ${long} --jobs 1 --out stopped`.split(' '), cwd);
    const finished = (): number =>
      existsSync(join(cwd, 'stopped/outcomes.jsonl')) ? read('stopped/outcomes.jsonl').split('\n').length - 2 : 0;
    while (finished() < 1) await new Promise((resolve) => setTimeout(resolve, 20));
    // One press in a terminal is two signals: npm and tsx pass on what they get.
    running.process.kill('SIGINT');
    setTimeout(() => running.process.kill('SIGINT'), 20);
    const { code, stdout, stderr } = await running.ended;
    expect([code, stderr]).toEqual([130, expect.stringContaining('keeping what is finished')]);
    expect(stdout).toMatch(/^go on +npm run -s chorus -- experiment phase-diagram .* --out stopped --resume$/m);
    expect(finished()).toBeGreaterThan(0);
    expect(finished()).toBeLessThan(32);
    expect((JSON.parse(read('stopped/report.json')) as { finished: number }).finished).toBe(finished());
    expect(await experiment(`phase-diagram ${long} --seed 7 --out stopped --resume`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('experiment.json: found another setup than this one') as string,
    });
  });

  it('whose directory is taken away meanwhile gives its results all the same, and says that they are not kept', async () => {
    // More work than a busy machine takes to notice the directory.
    const running = startChorus(`experiment phase-diagram ${small} --set oscillators=5000 --jobs 1 --out taken`.split(' '), cwd);
    while (!existsSync(join(cwd, 'taken/experiment.json'))) await new Promise((resolve) => setTimeout(resolve, 5));
    rmSync(join(cwd, 'taken'), { recursive: true });
    const { code, stdout, stderr } = await running.ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('--out taken: found no such file')]);
    expect(stdout).toContain('16 of 16 jobs');
  });

  it('tells what may be set, with value, limits and sense, and runs nothing', async () => {
    const { code, stdout } = await chorusHere('experiment phase-diagram --set columns=5 --settings'.split(' '), cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^columns +5 +a whole number from 2 to 100 +Couplings. Cells along the coupling.$/m);
    expect(stdout).toMatch(/^--replicates +3 +a whole number from 1 to 100 +How often it is done; each is one seed.$/m);
  });

  it('refuses bad input with what is wrong and what is allowed', async () => {
    for (const [args, message] of [
      ['phase-diagrams', 'did you mean "phase-diagram"?'],
      ['phase-diagram --replicates 1e9', 'replicates: found 1000000000; allowed: a whole number from 1 to 100'],
      ['phase-diagram --set column=3', 'settings.column: found an unknown key'],
      ['phase-diagram --set columns', '--set: found "columns"; allowed: setting=value'],
      ['phase-diagram --jobs 0', '--jobs: found "0"; allowed: a whole number from 1 to 256'],
      ['phase-diagram --resume', '--resume: found no --out'],
    ] as const) {
      expect(await chorusHere(`experiment ${args}`.split(' '), cwd)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(message) as string,
      });
    }
  });
});
