import { describe, expect, test } from 'vitest';
import { PHASE_BINS } from '../base/shared-constants.ts';
import { createRun } from '../lab/run/run.ts';
import {
  fates,
  messageKinds,
  timeseriesColumns,
  type AgentColumn,
  type Snapshot,
  type Table,
  type TimeseriesColumn,
} from '../lab/run/types.ts';
import { presetNamed } from '../lab/scenario/presets.ts';
import { createFlightRecorder } from './flights.ts';
import { rowColumns } from './frame-rows.ts';
import { frameBytes, maxRowsInFrame, maxShown, readFrame, shownOscillator, writeFrame, type FrameSource } from './frame.ts';

const turnRad = 2 * Math.PI;
const agent = {
  component: 0,
  up: true,
  paused: false,
  hearsQuorum: true,
  r: 0.5,
  psiRad: 1,
  clock: 7,
  generated: 3,
  validated: 2,
  pending: 1,
  logLength: 2,
  group: 0,
};

const snapshot: Snapshot = {
  timeS: 12.5,
  r: 0.75,
  psiRad: -1.25,
  partitioned: true,
  agents: [agent, { ...agent, component: 1, hearsQuorum: false, pending: 9 }, { ...agent, component: -1, up: false, clock: 8 }],
  components: [
    { agents: 1, oscillators: 2, r: 0.9, psiRad: 0.1 },
    { agents: 1, oscillators: 3, r: 0.4, psiRad: -0.2 },
  ],
  generated: 30,
  validated: 20,
  pending: 10,
  validationP50Ms: 120.5,
  validationP95Ms: NaN,
  throughputHz: 11,
  conflicts: 0,
  violations: 0,
};

/** A table in which every number tells its row and column. */
function numberedTable(length: number): Table<TimeseriesColumn> {
  return { length, column: (name) => Float64Array.from({ length }, (_, row) => row + timeseriesColumns.indexOf(name) / 100) };
}

/** Nobody has anything to tell. */
const silent: Table<AgentColumn> = { length: 0, column: () => new Float64Array(0) };

/** A field that is not asked to count where every oscillator is shown. */
function fieldAt(phaseRad: Float64Array): FrameSource['field'] {
  return {
    oscillators: phaseRad.length,
    phaseRad,
    agentStart: Int32Array.of(0, 2, 5, 5),
    countPhases: () => new Uint32Array(snapshot.agents.length * PHASE_BINS),
  };
}

function source(changes: Partial<FrameSource> = {}): FrameSource {
  const phaseRad = Float64Array.of(0, Math.PI / 2, -Math.PI / 2, -Math.PI, 3.14159);
  return {
    generation: 4,
    playing: true,
    speedWanted: 2,
    speedReached: 1.5,
    snapshot,
    field: fieldAt(phaseRad),
    timeseries: numberedTable(5),
    agentSamples: silent,
    rowsKnown: 2,
    recorded: 6,
    headS: 20,
    branch: 2,
    otherFromS: 11,
    otherToS: NaN,
    replayToS: NaN,
    smoothS: 12.495,
    flights: createFlightRecorder(),
    ...changes,
  };
}

function roundTrip(changes: Partial<FrameSource> = {}) {
  const buffer = new ArrayBuffer(frameBytes);
  writeFrame(buffer, source(changes));
  return readFrame(buffer);
}

describe('a frame', () => {
  test('carries header, agents and components unchanged', () => {
    const frame = roundTrip();
    expect(frame).toMatchObject({
      generation: 4,
      timeS: 12.5,
      r: 0.75,
      psiRad: -1.25,
      components: 2,
      partitioned: true,
      playing: true,
      speedWanted: 2,
      speedReached: 1.5,
      oscillators: 5,
      agents: 3,
      shown: 5,
      generated: 30,
      validated: 20,
      pending: 10,
      validationP50Ms: 120.5,
      recorded: 6,
      headS: 20,
      branch: 2,
      otherFromS: 11,
      otherToS: NaN,
    });
    expect(frame.validationP95Ms).toBeNaN();
    expect([...frame.agentColumns.component]).toEqual([0, 1, -1]);
    expect([...frame.agentColumns.up]).toEqual([1, 1, 0]);
    expect([...frame.agentColumns.hearsQuorum]).toEqual([1, 0, 1]);
    expect([...frame.agentColumns.pending]).toEqual([1, 9, 1]);
    expect([...frame.agentColumns.clock]).toEqual([7, 7, 8]);
    expect([...frame.componentColumns.oscillators]).toEqual([2, 3]);
    expect([...frame.componentColumns.psiRad]).toEqual([0.1, -0.2]);
  });

  test('carries the messages on their way, with times relative to its own', () => {
    const flights = createFlightRecorder();
    flights.watch('accept', 2, 1, 12.4, 12.5, 'travels');
    flights.watch('phase', 0, 1, 12.45, 12.6, 'cut');
    const frame = roundTrip({ flights });
    expect(frame).toMatchObject({ smoothS: 12.495, flights: 2, flightsPresent: 2 });
    const { from, to, kind, fate, sentS, dueS } = frame.flightColumns;
    expect([...from]).toEqual([2, 0]);
    expect([...to]).toEqual([1, 1]);
    expect([...kind].map((k) => messageKinds[k])).toEqual(['accept', 'phase']);
    expect([...fate].map((f) => fates[f])).toEqual(['travels', 'cut']);
    expect(sentS[0]).toBeCloseTo(-0.095, 6);
    expect(dueS[1]).toBeCloseTo(0.105, 6);
    expect(frame.travelling[messageKinds.indexOf('accept')]).toBe(1);
    expect(frame.travelling[messageKinds.indexOf('phase')]).toBe(0);
    // What stands behind the counts is read as before.
    expect(frame.rowValues[0]).toBe(2);
  });

  test('carries only the rows that the page does not have', () => {
    const frame = roundTrip({ rowsKnown: 3 });
    expect(frame.firstRow).toBe(3);
    expect(frame.rows).toBe(2);
    expect(frame.rowValues.length).toBe(2 * rowColumns.length);
    expect(frame.rowValues[0]).toBe(3);
    expect(frame.rowValues[rowColumns.length + 17]).toBe(4.17);
  });

  test('is bounded in its rows, and a page that claims more rows than there are gets none', () => {
    expect(roundTrip({ timeseries: numberedTable(maxRowsInFrame + 100), rowsKnown: 0 }).rows).toBe(maxRowsInFrame);
    expect(roundTrip({ rowsKnown: 99 }).rows).toBe(0);
  });

  test('gives phases as fractions of a turn, right within half a unit', () => {
    const oscillators = 10_000;
    const phaseRad = Float64Array.from({ length: oscillators }, (_, i) => -Math.PI + (turnRad * i) / oscillators);
    const frame = roundTrip({ field: fieldAt(phaseRad) });
    expect(frame.phases.length).toBe(oscillators);
    for (let i = 0; i < oscillators; i++) {
      const exact = (((phaseRad[i] ?? NaN) / turnRad) * 65_536 + 65_536) % 65_536;
      const error = Math.abs((frame.phases[i] ?? NaN) - exact);
      expect(Math.min(error, 65_536 - error)).toBeLessThanOrEqual(0.5 + 1e-9);
    }
    expect([...roundTrip().phases]).toEqual([0, 16_384, 49_152, 32_768, 32_768]);
  });

  test('shows an even sample of more oscillators than it has room for', () => {
    const oscillators = 1_048_576;
    const indices = Array.from({ length: maxShown }, (_, k) => shownOscillator(k, oscillators));
    expect(new Set(indices).size).toBe(maxShown);
    expect(indices[0]).toBe(0);
    expect(indices.at(-1)).toBeGreaterThan(oscillators - 12);
    expect(indices.at(-1)).toBeLessThan(oscillators);
    expect(roundTrip({ field: fieldAt(new Float64Array(oscillators)) }).shown).toBe(maxShown);
  });

  test('carries the histogram of all phases at 2²⁰ oscillators, and of the shown ones phases right within half a unit', () => {
    const run = createRun(presetNamed('million')?.scenario ?? expect.fail('no preset of a million'));
    run.advance(2);
    const { phaseRad, agentStart, oscillators } = run.field;
    const frame = roundTrip({ field: run.field, snapshot: run.snapshot() });
    const expected = new Uint32Array(frame.agents * PHASE_BINS);
    let agent = 0;
    for (let i = 0; i < oscillators; i++) {
      if (i === agentStart[agent + 1]) agent++;
      const turns = (phaseRad[i] ?? NaN) / turnRad;
      const place = agent * PHASE_BINS + Math.floor((turns - Math.floor(turns)) * PHASE_BINS);
      expected[place] = (expected[place] ?? NaN) + 1;
    }
    expect(frame.phaseCounts).toEqual(expected);
    expect(frame.phaseCounts.reduce((sum, count) => sum + count)).toBe(1_048_576);
    let worst = 0;
    frame.phases.forEach((phase, k) => {
      const error = (phase - ((phaseRad[shownOscillator(k, oscillators)] ?? NaN) / turnRad) * 65_536 + 3 * 32_768) % 65_536;
      worst = Math.max(worst, Math.abs(error - 32_768));
    });
    expect(worst).toBeLessThanOrEqual(0.5 + 1e-9);
    expect(worst).toBeGreaterThan(0.49);
  });

  test('counts nothing where there are few oscillators: their points tell', () => {
    expect(roundTrip().phaseCounts).toHaveLength(0);
  });

  test('is refused, and the bad value quoted, when it is something else', () => {
    expect(() => readFrame(new ArrayBuffer(16))).toThrow(`${frameBytes} bytes, not 16`);
    expect(() => writeFrame(new ArrayBuffer(0), source())).toThrow('not 0');
    expect(() => readFrame(new ArrayBuffer(frameBytes))).toThrow('not 0x0');
    const buffer = new ArrayBuffer(frameBytes);
    writeFrame(buffer, source());
    new Uint32Array(buffer)[1] = 9;
    expect(() => readFrame(buffer)).toThrow('version 4, not 9');
    new Uint32Array(buffer)[1] = 4;
    new Float64Array(buffer)[1 + 10] = 999;
    expect(() => readFrame(buffer)).toThrow('128 agents, not 999');
  });
});
