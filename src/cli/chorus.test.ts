import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programVersion } from '../lab/export/version.ts';
import { chorus, chorusHere, startChorus, temporaryDirectory, type Ended } from './chorus.test-kit.ts';

const { path: cwd, remove } = temporaryDirectory();
afterAll(remove);

const fileNames = ['agents.csv', 'chain.csv', 'events.csv', 'log.csv', 'metrics.csv', 'run.json', 'timeseries.csv', 'tokens.csv'];

const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const record = (directory: string) =>
  JSON.parse(read(join(directory, 'run.json'))) as { digest: string; interrupted: boolean; scenario: { durationS: number } };

describe('chorus run', () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await chorus('run preset:halves --out out --duration 4 --seed 7 --set field.oscillators=32'.split(' '), cwd);
  });

  it('writes every file of the run and tells metrics, digest and where the files are', () => {
    expect(ended.code).toBe(0);
    expect(readdirSync(join(cwd, 'out'))).toEqual(fileNames);
    const { digest, interrupted, scenario } = record('out');
    expect({ interrupted, scenario }).toMatchObject({
      interrupted: false,
      scenario: { durationS: 4, seed: 7, field: { oscillators: 32 } },
    });
    expect(ended.stdout).toContain(digest);
    expect(ended.stdout).toMatch(/preset:halves: 4 s with 16 agents, 32 oscillators, seed 7/);
    expect(ended.stdout).toMatch(/r_mean +0\.\d+/);
    expect(ended.stdout).toContain('out: timeseries.csv, agents.csv');
    expect(parse(read('out/timeseries.csv'), { columns: true })).toHaveLength(41);
  });

  it('is replayed to the same digest from the directory, from run.json alone and from a zip', async () => {
    writeFileSync(join(cwd, 'out.zip'), zipSync({ 'run.json': readFileSync(join(cwd, 'out/run.json')) }));
    for (const path of ['out', 'out/run.json', 'out.zip']) {
      const { code, stdout } = await chorusHere(['replay', path], cwd);
      const chain =
        path === 'out'
          ? /^chain {7}3 blocks, all as recorded; Merkle root [0-9a-f]{64}\ncovers {6}.*\ntables {6}tokens.csv, log.csv, events.csv, metrics.csv: as the run makes them\n$/
          : /^tables {6}not compared: timeseries\.csv is not there, or too large\n$/;
      const said = `${path}: the same digest after 400 steps\ndigest      ${record('out').digest}\n`;
      expect([code, stdout.slice(0, said.length)]).toEqual([0, said]);
      expect(stdout.slice(said.length)).toMatch(chain);
    }
  });

  it('is found out when its record is changed, with both digests and the first difference', async () => {
    await chorusHere('run preset:halves --out changed --duration 1'.split(' '), cwd);
    const digest = record('changed').digest;
    const text = read('changed/run.json').replace('"noise": 0.3', '"noise": 0.4');
    writeFileSync(join(cwd, 'changed/run.json'), text);
    const { code, stdout } = await chorusHere(['replay', 'changed'], cwd);
    expect(code).toBe(1);
    expect(stdout).toContain(`recorded    ${digest}`);
    expect(stdout).toMatch(/first {7}timeseries\.csv, line 2 \(t_s 0\): noise was 0\.3, is 0\.4/);
  });

  it('tells the block of a changed sample, without running and when it is replayed', async () => {
    await chorusHere('run preset:halves --out tampered --duration 5'.split(' '), cwd);
    const whole = await chorusHere(['verify', 'tampered'], cwd);
    expect(whole.code).toBe(0);
    expect(whole.stdout).toContain('covers      scenario, version, timeseries.csv and agents.csv; no other file of the run\n');
    const agents = read('tampered/agents.csv').split('\r\n');
    const row = 1 + 20 * 16 + 3;
    const line = agents[row] ?? '';
    writeFileSync(
      join(cwd, 'tampered/agents.csv'),
      agents
        .with(
          row,
          line.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
        )
        .join('\r\n'),
    );
    const place = 'chain       block 2 (samples 16 to 31, t_s 1.6 to 3.1): timeseries.csv or agents.csv is not what was recorded\n';
    expect(await chorusHere(['verify', 'tampered'], cwd)).toMatchObject({ code: 1, stdout: place });
    const replayed = await chorusHere(['replay', 'tampered'], cwd);
    expect(replayed.code).toBe(1);
    expect(replayed.stdout).toContain('the same digest after 500 steps');
    expect(replayed.stdout).toContain(place);
    expect(await chorusHere('prove tampered --time 4'.split(' '), cwd)).toMatchObject({ code: 1, stdout: '' });
  });

  it('is found out by its replay when a table that no chain covers was changed, and can be run from its run.json', async () => {
    await chorusHere('run preset:halves --out again --duration 5'.split(' '), cwd);
    const sound = await chorusHere(['replay', 'again'], cwd);
    expect(sound).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('\ntables      tokens.csv, log.csv, events.csv, metrics.csv: as the run makes them\n'),
    });
    const digest = record('again').digest;
    expect((await chorusHere(['run', 'again/run.json'], cwd)).stdout).toContain(digest);
    writeFileSync(join(cwd, 'again/metrics.csv'), read('again/metrics.csv').replace(/^(r_mean),[\d.]+/m, '$1,0.9'));
    rmSync(join(cwd, 'again/log.csv'));
    const changed = await chorusHere(['replay', 'again'], cwd);
    expect(changed.code).toBe(1);
    expect(changed.stdout).toMatch(
      /\ntables {6}log\.csv: not compared: no such file\ntables {6}metrics\.csv, line \d+ \(metric r_mean\): value was 0\.9, is 0\.\d+\n/,
    );
    expect(changed.stdout).toContain('\ntables      tokens.csv, events.csv: as the run makes them\n');
    rmSync(join(cwd, 'again/events.csv'));
    expect((await chorusHere(['replay', 'again'], cwd)).stdout).toContain('\ntables      events.csv: not compared: no such file\n');
    writeFileSync(join(cwd, 'again/run.json'), read('again/run.json').replace(`"version": "${programVersion}"`, '"version": "0.0.1"'));
    const older = await chorusHere(['replay', 'again'], cwd);
    expect(older.stdout).toContain('\ntables      not compared: version 0.0.1 may have told other things in them\n');
  });

  it('proves that samples were in it, by few hashes, to whoever has the Merkle root', async () => {
    await chorusHere('run preset:halves --out proven --duration 10'.split(' '), cwd);
    const { root } = (JSON.parse(read('proven/run.json')) as { chain: { root: string } }).chain;
    const { code, stdout } = await chorusHere('prove proven --time 7.5'.split(' '), cwd);
    expect(code).toBe(0);
    writeFileSync(join(cwd, 'proof.json'), stdout);
    const said = `block 5 of 7 is in the run with Merkle root ${root}, by 3 hashes\n`;
    expect(await chorusHere(['verify', '--proof', 'proof.json', '--root', root], cwd)).toMatchObject({ code: 0, stdout: said });
    writeFileSync(join(cwd, 'proof.json'), stdout.replace('7.5', '7.6'));
    expect(await chorusHere(['verify', '--proof', 'proof.json'], cwd)).toMatchObject({ code: 1 });
    expect(await chorusHere('prove proven --time 11'.split(' '), cwd)).toMatchObject({ code: 2 });
  });

  it.runIf(existsSync('/dev/full'))('that cannot tell its result says so in one line, and ends with 2', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, stderr } = await startChorus(['presets'], cwd, '', full).ended;
    closeSync(full);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'standard output: found a full disk; allowed: somewhere that all of the result can be written to\n',
    });
  });

  it('gives one JSON document on stdout with --json, and nothing else', async () => {
    const { code, stdout } = await chorus(
      'run - --json'.split(' '),
      cwd,
      '{"schema": "chorus.scenario/1", "durationS": 1, "name": "piped"}',
    );
    expect(code).toBe(0);
    const document = JSON.parse(stdout) as { metrics: { metric: string; value: unknown }[] };
    expect(document).toMatchObject({ schema: 'chorus.run/1', scenario: { name: 'piped' }, counts: { steps: 100 } });
    expect(document.metrics.find(({ metric }) => metric === 'recovery_s')).toMatchObject({ value: null });
  });

  it('writes over an earlier run and leaves nothing of it behind', async () => {
    writeFileSync(join(cwd, 'out/.log.csv.partial'), 'of a run that crashed');
    const { code } = await chorusHere('run preset:quiet --out out --duration 0.5'.split(' '), cwd);
    expect([code, readdirSync(join(cwd, 'out'))]).toEqual([0, fileNames]);
    expect(record('out').scenario.durationS).toBe(0.5);
  });

  it('keeps what was finished on Ctrl-C, ends with 130, and that too can be replayed', async () => {
    const running = startChorus('run preset:quiet --out stopped --duration 20000'.split(' '), cwd);
    await untilExists(join(cwd, 'stopped'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    running.process.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stdout).toContain('(interrupted)');
    expect(stderr).toContain('interrupted; keeping what is finished');
    const { interrupted, scenario } = record('stopped');
    expect(interrupted).toBe(true);
    expect(scenario.durationS).toBeLessThan(20_000);
    const rows = parse(read('stopped/timeseries.csv'), { columns: true });
    expect(rows.length).toBe(Math.floor(scenario.durationS / 0.1 + 1e-6) + 1);
    expect(await chorusHere(['replay', 'stopped'], cwd)).toMatchObject({ code: 0 });
  });

  it('reads from standard input, and tells when nothing came', async () => {
    expect(await chorus(['run', '-'], cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('standard input: found an empty text') as string,
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const running = startChorus(['schema'], cwd);
    running.process.stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('chorus tells', () => {
  it('its version, its presets, the schema of a scenario and how it is used', async () => {
    expect(await chorus(['--version'], cwd)).toEqual({ code: 0, stdout: `${programVersion}\n`, stderr: '' });
    const presets = await chorusHere(['presets', '--json'], cwd);
    expect((JSON.parse(presets.stdout) as { name: string }[]).map(({ name }) => name)).toContain('planet');
    const schema = await chorusHere(['schema'], cwd);
    expect(JSON.parse(schema.stdout)).toMatchObject({ properties: { field: { properties: { noise: { maximum: 20 } } } } });
    const help = await chorusHere(['--help'], cwd);
    expect(help.code).toBe(0);
    for (const text of ['run', 'replay', 'presets', 'schema', 'Exit status']) expect(help.stdout).toContain(text);
  });
});

async function untilExists(path: string): Promise<void> {
  while (!existsSync(path) || !statSync(path).isDirectory()) await new Promise((resolve) => setTimeout(resolve, 50));
}
