import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { chorus, chorusHere, temporaryDirectory } from './chorus.test-kit.ts';

const { path: cwd, remove } = temporaryDirectory();
afterAll(remove);

const good = 'a {"a":1}\nsays "hi", then waits\nb {"b":1,"a":1}\nhears\na {"a":4}\nends\n';
writeFileSync(join(cwd, 'good.log'), good);
writeFileSync(join(cwd, 'bad.log'), 'a {"a":1}\nx\na {"a":1}\ny\n');

describe('chorus import', () => {
  it('tells what a log holds, and its holes', async () => {
    const { code, stdout, stderr } = await chorusHere(['import', 'good.log'], cwd);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('good.log: 3 events in 1 execution');
    expect(stdout).toMatch(/execution +events +hosts +messages +depth +missing +lines unread +faults\n\(one\) +3 +2 +1 +2 +2 +0 +0\n/);
    expect(stdout).toContain('hole        events 2 to 3 of a are missing, as line 5 shows');
  });

  it('reads standard input, and gives one JSON document', async () => {
    const { code, stdout } = await chorus(['import', '-', '--json'], cwd, good);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'chorus.import/1',
      log: 'standard input',
      source: 'found',
      executions: [{ events: 3, hosts: ['a', 'b'], messages: 1, depth: 2, missing: 2, holes: [{ host: 'a', from: 2, to: 3, line: 5 }] }],
    });
  });

  it('writes events and holes as tables, again over its own, and over nobody else’s', async () => {
    for (let time = 0; time < 2; time++) expect((await chorusHere(['import', 'good.log', '--out', 'out'], cwd)).code).toBe(0);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['holes.csv', 'import.json', 'imported.csv']);
    const rows: string[][] = parse(readFileSync(join(cwd, 'out/imported.csv'), 'utf8'));
    expect(rows).toEqual([
      ['execution', 'event', 'host', 'own', 'depth', 'causes', 'line', 'text'],
      ['', '0', 'a', '1', '1', '', '1', 'says "hi", then waits'],
      ['', '1', 'b', '1', '2', '0', '3', 'hears'],
      ['', '2', 'a', '4', '2', '', '5', 'ends'],
    ]);
    expect(readFileSync(join(cwd, 'out/holes.csv'), 'utf8')).toBe('execution,host,from,to,line\r\n,a,2,3,5\r\n');
    writeFileSync(join(cwd, 'out/mine.txt'), '');
    const refused = await chorusHere(['import', 'good.log', '--out', 'out'], cwd);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      '--out out: found other files in it: "mine.txt"; allowed: a new or empty directory, or one that holds an imported log and nothing else\n',
    ]);
  });

  it('ends with 1 where the clocks are none, and names the line', async () => {
    const { code, stderr } = await chorusHere(['import', 'bad.log'], cwd);
    expect(code).toBe(1);
    expect(stderr).toContain('bad.log: line 3: found "a": 1 a second time (first at line 1)');
  });

  it.each([
    [['good.log', '--parser', '(?<host>'], 'good.log: the parser: found "(?<host>", '],
    [['none.log'], 'none.log: found no such file; allowed: a log, or - for standard input'],
  ])('ends with 2 where there is nothing to check: %j', async (args, expected) => {
    const { code, stderr } = await chorusHere(['import', ...args], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  });
});
