import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { chorus, chorusHere, temporaryDirectory } from './chorus.test-kit.ts';

const { path: cwd, remove } = temporaryDirectory();
afterAll(remove);

const scenario = (rest: object): string => JSON.stringify({ schema: 'chorus.scenario/1', ...rest });

const files: Readonly<Record<string, string | Uint8Array>> = {
  'negative.json': scenario({ field: { noise: -0.5 } }),
  'unknown.json': scenario({ field: { nois: 1 } }),
  'few.json': scenario({ field: { oscillators: 8 } }),
  'agent.json': scenario({ interventions: [{ atS: 1, do: 'partition', groups: [[0, 99]] }] }),
  'many.json': scenario({ seed: -1, field: { noise: -1, scheme: 'heum' } }),
  'text.json': 'K = 2\n',
  'cut.json': '{\n  "schema": "chorus.scenario/1",\n',
  'empty.json': '',
  'list.json': '[]',
  'large.json': `${scenario({})}${' '.repeat(2_000_000)}`,
  'latin.json': new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]),
  'good.json': scenario({ durationS: 1 }),
  'long.json': scenario({ durationS: 900_000 }),
  'full/notes.txt': 'mine',
  'csv/metrics.csv': 'mine',
  'other/run.json': '{"schema": "mine/1"}',
  'other.zip': zipSync({ 'a.txt': new Uint8Array(3) }),
  'broken.zip': zipSync({ 'run.json': new Uint8Array(300) }).subarray(0, 60),
  'record/run.json': '{"schema": "chorus.run/1", "digest": "abc"}',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(join(cwd, name, '..'), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

const noise = 'a number from 0 to 20 (1/√s)';

type Case = [line: string, expected: readonly string[]];

const argumentsOf = (line: string): readonly string[] => (line === '' ? [] : line.split(' '));

describe('bad input ends with 2 and says where, what was found and what is allowed', () => {
  it.each<Case>([
    ['run negative.json', [`negative.json: field.noise: found -0.5; allowed: ${noise}`]],
    [
      'run none.json',
      ['none.json: found no such file; allowed: a scenario file, the run.json of a run, preset:NAME, or - for standard input'],
    ],
    ['run good.json --sed 3', ["unknown option '--sed'", '--seed']],
  ])('in a process of its own: chorus %s', async (line, expected) => {
    const { code, stdout, stderr } = await chorus(argumentsOf(line), cwd);
    for (const text of expected) expect(stderr).toContain(text);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it.each<Case>([
    [
      'run unknown.json',
      ['unknown.json: field.nois: found an unknown key; allowed: the keys "oscillators", "coupling", "noise"', 'did you mean "noise"?'],
    ],
    ['run few.json', ['few.json: field.oscillators: found 8; allowed: a whole number from 16 (mesh.agents']],
    ['run agent.json', ['agent.json: interventions[0].groups[0][1]: found 99; allowed: a whole number from 0 to 15 (there are 16 agents)']],
    ['run text.json', ['text.json: found "K" at line 1, column 1: this is not JSON; allowed: a value']],
    ['run empty.json', ['empty.json: found an empty text; allowed: a scenario, a JSON object']],
    ['run large.json', ['large.json: found 2,000,030 bytes; allowed: at most 1,000,000 bytes']],
    ['run full', ['full: found a directory; allowed: a scenario file']],
    ['run preset:halvs', ['preset:halvs: found an unknown preset; allowed: "paper", "quiet", "halves"', 'did you mean "halves"?']],
    ['run good.json --set field.noise=-1', [`--set field.noise=-1: field.noise: found -1; allowed: ${noise}`]],
    ['run good.json --seed -1', ['--seed -1: seed: found -1; allowed: a whole number from 0 to 4294967295']],
    [
      'run many.json',
      ['many.json: seed: found -1', `many.json: field.noise: found -1; allowed: ${noise}`, 'many.json: field.scheme: found "heum"'],
    ],
    ['run cut.json', ['cut.json: found the end of the text at line 3, column 1: this is not JSON; allowed: a key in double quotes']],
    ['run list.json', ['list.json: found an empty list; allowed: an object']],
    ['run latin.json', ['latin.json: found bytes that are no UTF-8; allowed: text in UTF-8']],
    ['run halves', ['halves: found no such file', 'did you mean "preset:halves"?']],
    ['run good.json --set noise', ['--set noise: found "noise"; allowed: path=value']],
    ['run good.json --set field.nois=1', ['--set field.nois=1: field.nois: found an unknown key']],
    ['run good.json --set __proto__.x=1', ['--set __proto__.x=1: __proto__: found an unknown key; allowed: the keys']],
    ['run good.json --set a..b=1', ['--set a..b=1: found "a..b"; allowed: a path in the scenario']],
    [
      'run good.json --set mesh.agents=300 --seed 1',
      ['--set mesh.agents=300: mesh.agents: found 300; allowed: a whole number from 2 to 128'],
    ],
    ['run good.json --seed abc', ['--seed abc: seed: found "abc"; allowed: a whole number from 0 to 4294967295']],
    ['run good.json --duration 1e9', ['--duration 1e9: durationS: found 1000000000; allowed: a number from 0 to 1000000 (s)']],
    ['run good.json --duration 1e5', ['--duration 1e5: durationS: found 100000; allowed: at most 62500 s (625000 samples']],
    ['run long.json', ['long.json: durationS: found 900000; allowed: at most 62500 s (625000 samples', '; or a lower mesh.tokenRateHz']],
    [
      'run good.json --out full',
      ['--out full: found other files in it: "notes.txt"; allowed: a new or empty directory, or one that holds a run and nothing else'],
    ],
    ['run good.json --out csv', ['--out csv: found "metrics.csv" without a run.json beside it']],
    ['run good.json --out other', ['--out other: found a run.json that is not of a run']],
    ['run good.json --out good.json', ['--out good.json: found a file; allowed: a directory that can be written to']],
    ['run good.json --out good.json/x', ['--out good.json/x: found a file where a directory should be']],
    ['run good.json --out /proc/chorus', ['--out /proc/chorus: found ']],
    ['replay none', ['none: found no such file; allowed: the directory of a run, its zip, or its run.json']],
    ['replay full', ['full: found no such file; allowed: a directory with a run.json in it']],
    ['replay other', ['other: schema: found "mine/1"; allowed: "chorus.run/1"', 'other: digest: found nothing']],
    ['replay record', ['record: digest: found "abc"; allowed: a text of 64 hexadecimal digits', 'record: scenario: found nothing']],
    ['replay other.zip', ['other.zip: found a zip with "a.txt"; allowed: a zip with run.json in it']],
    ['replay broken.zip', ['broken.zip: found something else; allowed: a zip archive']],
    ['replay good.json', ['good.json: schema: found "chorus.scenario/1"; allowed: "chorus.run/1"']],
    ['verify record --root zz', ['--root zz: found something else; allowed: a Merkle root: 64 hexadecimal digits, as verify tells it']],
    ['check --seeds 5..2', ['check: --seeds: found "5..2"; allowed: A..B, whole numbers from 0 to 4294967295 with A ≤ B']],
    ['check --seeds 7', ['check: --seeds: found "7"']],
    ['check --bug half-quorm', ['check: --bug: found "half-quorm"; allowed: "half-quorum", "even-quorum"', 'did you mean "half-quorum"?']],
    ['check --protocol lamport', ['check: --protocol: found "lamport"; allowed: "chorus", "chorus-fast", "legacy"']],
    ['check --protocol legacy --bug no-backoff', ['check: --bug: found a bug of "chorus" with --protocol legacy']],
    [
      'check --protocol legacy --micro 5',
      ['check: --micro: found runs of the tiny world with --protocol legacy; allowed: none: there is one of chorus and chorus-fast only'],
    ],
    ['check --bugs --seeds 0..9', ['check: --bugs: found --seeds beside it; allowed: --jobs and --json']],
    [
      'check --jobs 0 --minutes soon --micro 1.5',
      ['--jobs: found "0"; allowed: a whole number from 1 to 256', '--minutes: found "soon"', '--micro: found "1.5"; allowed: a whole'],
    ],
    ['check --seeds 0..1 --out good.json', ['--out good.json: found a file; allowed: a directory that can be written to']],
    ['check 5', ['too many arguments']],
    ['experiment decay --json --markdown', ["option '--markdown' cannot be used with option '--json'"]],
    ['experiment decay --settings --json', ["option '--settings' cannot be used with option '--json'"]],
    ['experiment decay --set __proto__=1', ['decay: settings.__proto__: found an unknown key']],
    ['run', ["missing required argument 'scenario'"]],
    ['run good.json extra', ['too many arguments']],
    ['rum good.json', ["unknown command 'rum'", 'Did you mean run?']],
    ['', ['Usage: npm run -s chorus -- ']],
  ])('chorus %s', async (line, expected) => {
    const { code, stdout, stderr } = await chorusHere(argumentsOf(line), cwd);
    for (const text of expected) expect(stderr).toContain(text);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
