import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readRunZip } from '../import/run-document.ts';
import { createRun } from '../run/run.ts';
import type { EventRow, Run } from '../run/types.ts';
import { checkScenario } from '../scenario/parse.ts';
import { runFileNames, runFiles } from './files.ts';
import { zipChunks } from './zip.ts';

const circumstances = { wallTimeS: 1.5, where: { runtime: 'a test' }, interrupted: false };

/** A short run with a cut, a heal, a crash and loss, so that every kind of row and of absence is in its files. */
function shortRun(maxEvents = 1e6): Run {
  const scenario = checkScenario({
    schema: 'chorus.scenario/1',
    durationS: 6,
    field: { oscillators: 20 },
    mesh: { agents: 5, loss: 0.05 },
    interventions: [
      { atS: 1, do: 'partition', shape: 'minority' },
      { atS: 2, do: 'crash', agent: 4 },
      { atS: 3, do: 'heal' },
      { atS: 5, do: 'set', path: 'field.coupling', value: 3 },
    ],
  });
  if (!scenario.ok) throw new Error('a sound scenario');
  const run = createRun(scenario.value, { maxEvents });
  run.advance(run.stepsPlanned);
  return run;
}

const run = shortRun();
const texts = new Map(runFiles(run, circumstances).map((file) => [file.name, [...file.chunks].join('')]));

function table(name: string): { readonly header: readonly string[]; readonly rows: readonly Record<string, string>[] } {
  const text = texts.get(name) ?? '';
  const [header = []] = parse(text, { to: 1 });
  return { header, rows: parse(text, { columns: true }) };
}

const numbers = (rows: readonly Record<string, string>[], column: string) =>
  rows.map((row) => (row[column] === '' ? NaN : Number(row[column])));

describe('the files of a run', () => {
  it('are those of the contract, run.json last', () => {
    expect([...texts.keys()]).toEqual([
      'timeseries.csv',
      'agents.csv',
      'tokens.csv',
      'log.csv',
      'events.csv',
      'metrics.csv',
      'chain.csv',
      'run.json',
    ]);
    expect([...texts.keys()]).toEqual(runFileNames);
  });

  it.each([
    [
      'timeseries.csv',
      't_s,r,psi_rad,components,r_largest,coupling,noise,tokens_generated,tokens_validated,tokens_pending,validation_p50_ms,validation_p95_ms,clock_min,clock_max,messages_sent,messages_delivered,messages_lost,conflicts',
    ],
    ['agents.csv', 't_s,agent,component,up,r,psi_rad,clock,tokens_generated,tokens_validated,tokens_pending,log_length'],
    ['tokens.csv', 'token,agent,clock,generated_s,validated_s,slot,position'],
    ['log.csv', 'agent,position,slot,token'],
    ['events.csv', 'event,t_s,agent,clock,kind,peer,cause,token,slot,ballot'],
    ['metrics.csv', 'metric,value,low,high,unit,note'],
  ])('%s has exactly the columns of the contract, and rows', (name, columns) => {
    expect(table(name).header.join(',')).toBe(columns);
    expect(texts.get(name)?.startsWith(`${columns}\r\n`)).toBe(true);
    expect(table(name).rows.length).toBeGreaterThan(5);
  });

  it('hold every number of the samples to the last bit', () => {
    const { header, rows } = table('timeseries.csv');
    expect(rows).toHaveLength(61);
    for (const column of header) {
      const written = [...run.timeseries.column(column as 'r')].slice(0, run.timeseries.length);
      expect(numbers(rows, column)).toEqual(written.map((value) => value + 0));
    }
    const agents = table('agents.csv').rows;
    expect(numbers(agents, 'psi_rad')).toEqual([...run.agentSamples.column('psi_rad')].slice(0, run.agentSamples.length));
    expect(agents.filter((row) => row['up'] === '0').length).toBeGreaterThan(10);
    for (const row of agents) expect([row['up'] === '0', row['component']]).toEqual([row['component'] === '', row['component']]);
  });

  it('leave empty what is absent, and say every event', () => {
    const tokens = table('tokens.csv').rows;
    expect(tokens.some((row) => row['validated_s'] === '')).toBe(true);
    expect(tokens.some((row) => row['slot'] === '')).toBe(true);
    for (const rows of [tokens, table('events.csv').rows, table('log.csv').rows]) {
      for (const row of rows) expect(Object.values(row)).not.toContain('-1');
    }
    const events = table('events.csv').rows;
    expect(events).toHaveLength(run.eventCount);
    expect(numbers(events, 'event')).toEqual([...(run.events() ?? [])].map((row: EventRow) => row.event));
    expect(new Set(events.map((row) => row['kind']))).toContain('partition');
  });

  it('have no events.csv where the run kept no events', () => {
    expect(runFiles(shortRun(10), circumstances).map((file) => file.name)).not.toContain('events.csv');
  });

  it('come back out of their zip as the record that was written, and the scenario replays to its digest', () => {
    const zip = new Uint8Array(Buffer.concat([...zipChunks(runFiles(run, circumstances))]));
    const record = readRunZip(zip);
    if (!record.ok) throw new Error(JSON.stringify(record.error));
    const { scenario, digest, counts, version, interrupted, wallTimeS, where } = record.value;
    expect(scenario).toEqual(run.scenarioAsRun());
    expect({ version, interrupted, wallTimeS, where }).toEqual({ version: '0.1.0', ...circumstances });
    expect(counts).toMatchObject({ steps: 600, samples: 61, events: run.eventCount, violations: 0 });
    const again = createRun(scenario);
    again.advance(counts.steps);
    expect(again.digest()).toBe(digest);
  });
});
