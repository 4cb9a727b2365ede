import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { runFiles } from '../export/files.ts';
import { parseRunDocument } from '../import/run-document.ts';
import { createRun } from '../run/run.ts';
import { checkScenario } from '../scenario/parse.ts';
import { blockSamples, createChain } from './chain.ts';
import { chainFaults, rawRecord, type ChainedFiles } from './check.ts';
import { readLinks } from './file.ts';
import { createProof, parseProof, rootOfProof } from './proof.ts';
import { readSamples } from './read-samples.ts';

const agents = 3;
const scenario = checkScenario({
  schema: 'chorus.scenario/1',
  durationS: 10,
  field: { oscillators: 12 },
  mesh: { agents },
  interventions: [{ atS: 2, do: 'crash', agent: 1 }],
});
if (!scenario.ok) throw new Error('a sound scenario');
const run = createRun(scenario.value);
run.advance(run.stepsPlanned);
const texts = new Map(runFiles(run, { wallTimeS: 1, where: {}, interrupted: false }).map((file) => [file.name, [...file.chunks].join('')]));
const text = (name: string) => texts.get(name) ?? '';
const whole: ChainedFiles = {
  runJson: text('run.json'),
  timeseries: text('timeseries.csv'),
  agents: text('agents.csv'),
  chain: text('chain.csv'),
};

function faultsOf(change: Partial<ChainedFiles>): readonly string[] {
  const files = { ...whole, ...change };
  const document = parseRunDocument(files.runJson);
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  return chainFaults(document.value, files);
}

const blockOf = (fault: string) => Number(/^block (\d+) /.exec(fault)?.[1]);

describe('the hash chain of a run', () => {
  it('finds nothing in the files as they were written', () => {
    expect(text('chain.csv').trim().split('\r\n')).toHaveLength(1 + Math.ceil(101 / blockSamples));
    expect(faultsOf({})).toEqual([]);
  });

  it('tells the block of any bit flipped in a table, and no other block', () => {
    const names = ['timeseries', 'agents'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 0, max: 6 }), (name, anyPlace, bit) => {
        const table = whole[name];
        const header = table.indexOf('\n') + 1;
        const place = header + (anyPlace % (table.length - header));
        const flipped = String.fromCharCode(table.charCodeAt(place) ^ (1 << bit));
        // A line break more or less moves all that follows; that is the next test.
        fc.pre(!/[\r\n]/.test(flipped) && !/[\r\n]/.test(table.charAt(place)));
        const row = table.slice(header, place).split('\n').length - 1;
        const sample = name === 'timeseries' ? row : Math.floor(row / agents);
        const faults = faultsOf({ [name]: table.slice(0, place) + flipped + table.slice(place + 1) });
        expect(faults.map((fault) => blockOf(fault))).toEqual([1 + Math.floor(sample / blockSamples)]);
        expect(faults[0]).toContain('timeseries.csv or agents.csv is not what was recorded');
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('tells rows that are missing, doubled or left over, from their block on', () => {
    const lines = whole.timeseries.split('\r\n');
    const missing = faultsOf({ timeseries: lines.toSpliced(40, 1).join('\r\n') });
    expect(missing[0]).toBe('timeseries.csv or agents.csv has not the rows of 101 samples');
    expect(blockOf(at(missing, 1))).toBe(3);
    expect(faultsOf({ timeseries: lines.toSpliced(-1, 0, at(lines, 100)).join('\r\n') }).length).toBeGreaterThan(0);
    expect(faultsOf({ agents: whole.agents.slice(0, whole.agents.length >> 1) }).length).toBeGreaterThan(2);
    expect(faultsOf({ timeseries: '' }).length).toBeGreaterThan(2);
    expect(faultsOf({ timeseries: whole.timeseries.replace('t_s,r,', 'r,t_s,') }).length).toBeGreaterThan(0);
  });

  it('tells what was changed in the chain itself', () => {
    const flip = (line: number, find: RegExp) => {
      const lines = whole.chain.split('\r\n');
      return lines
        .with(
          line,
          at(lines, line).replace(find, (digit) => (digit === '0' ? '1' : '0')),
        )
        .join('\r\n');
    };
    expect(faultsOf({ chain: flip(3, /[0-9a-f]$/) }).map(blockOf)).toEqual([3, 4]);
    expect(faultsOf({ chain: flip(7, /[0-9a-f]$/) }).join()).toContain('run.json: the head is not the last hash of chain.csv');
    expect(faultsOf({ chain: flip(3, /[0-9a-f](?=,[0-9a-f]{64}$)/) })[0]).toContain('its leaf in chain.csv is another');
    expect(faultsOf({ chain: flip(3, /[0-9a-f](?=,[0-9a-f]{64}$)/) })[1]).toContain('the Merkle root is not that of the leaves');
    expect(faultsOf({ chain: flip(3, /^\d/) })[0]).toContain('its row in chain.csv is no such row');
    expect(faultsOf({ chain: whole.chain.slice(0, -100) })[0]).toBe('chain.csv has 6 blocks, not 7');
  });

  it('tells a changed scenario, also where the change is a default that was left out', () => {
    const start = 'run.json: version or scenario is not that of h₀';
    expect(faultsOf({ runJson: whole.runJson.replace('"noise": 0.3', '"noise": 0.4') })[0]).toBe(start);
    expect(faultsOf({ runJson: whole.runJson.replace('"noise": 0.3,', '') })[0]).toBe(start);
    expect(faultsOf({ runJson: JSON.stringify(JSON.parse(whole.runJson)) })).toEqual([]);
  });

  it('comes out the same from the tables as from the run', () => {
    const { version, scenario: raw } = rawRecord(whole.runJson);
    const samples = readSamples(whole.timeseries, whole.agents, agents);
    expect(createChain(version, raw, samples).summary()).toMatchObject((JSON.parse(whole.runJson) as { chain: object }).chain);
  });
});

describe('a proof of a block', () => {
  const samples = readSamples(whole.timeseries, whole.agents, agents);
  const links = [...readLinks(whole.chain)].filter((link) => link !== undefined);

  it('leads to the root from its samples, by at most ⌈log₂ n⌉ hashes, and from no others', () => {
    for (const { block } of links) {
      const proof = createProof(samples, links, block);
      expect(proof.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(links.length)));
      expect(parseProof(JSON.stringify(proof))).toEqual({ ok: true, value: proof });
      expect(rootOfProof(proof)).toBe(proof.root);
      const changed = structuredClone(proof.agents);
      at(changed, 0)[4] = 0.5;
      expect(rootOfProof({ ...proof, agents: changed })).not.toBe(proof.root);
      expect(rootOfProof({ ...proof, block: 1 + (block % links.length) })).not.toBe(proof.root);
      expect(rootOfProof({ ...proof, agents: proof.agents.slice(1) })).toBeUndefined();
    }
  });

  it('is refused with its faults where it is none', () => {
    expect(parseProof('{"schema": "chorus.proof/2"}').ok).toBe(false);
    expect(parseProof(JSON.stringify({ ...createProof(samples, links, 1), root: 'abc' })).ok).toBe(false);
  });
});
