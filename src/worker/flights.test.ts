import { describe, expect, test } from 'vitest';
import { messageKinds } from '../lab/run/types.ts';
import { createFlightRecorder, lossMarkS, maxFlights, type FlightRecorder } from './flights.ts';

function columns() {
  const bytes = () => new Uint8Array(maxFlights);
  return {
    from: bytes(),
    to: bytes(),
    kind: bytes(),
    fate: bytes(),
    sentS: new Float32Array(maxFlights),
    dueS: new Float32Array(maxFlights),
  };
}

const counts = new Float64Array(messageKinds.length);

function at(flights: FlightRecorder, timeS: number, markS = 0.1) {
  const its = columns();
  const { written, present } = flights.write(timeS, markS, its, counts);
  return { present, columns: its, kinds: [...its.kind.subarray(0, written)].map((kind) => messageKinds[kind]) };
}

describe('a recorder of messages', () => {
  test('shows a message from when it is sent until it arrives', () => {
    const flights = createFlightRecorder();
    flights.watch('prepare', 0, 1, 1, 1.07, 'travels');
    expect(at(flights, 0.99).kinds).toEqual([]);
    expect(at(flights, 1.05).kinds).toEqual(['prepare']);
    expect(counts[messageKinds.indexOf('prepare')]).toBe(1);
    expect(at(flights, 1.08).kinds).toEqual([]);
  });

  test('keeps a lost one marked for a while after it would have arrived, and does not count it as travelling', () => {
    const flights = createFlightRecorder();
    flights.watch('phase', 0, 1, 1, 1.07, 'cut');
    expect(at(flights, 1.1).kinds).toEqual(['phase']);
    expect(counts[messageKinds.indexOf('phase')]).toBe(0);
    expect(at(flights, 1.2).kinds).toEqual([]);
  });

  test('passes over one that is under way for long, and shows those after it', () => {
    const flights = createFlightRecorder();
    flights.watch('heartbeat', 0, 1, 0, 9, 'travels');
    flights.watch('accept', 0, 1, 0.1, 0.2, 'travels');
    flights.watch('chosen', 0, 1, 5, 6, 'travels');
    expect(at(flights, 5.5).kinds).toEqual(['heartbeat', 'chosen']);
  });

  test('has room for all words of an agreement beside any number of phases, and keeps to the sample that it chose', () => {
    const flights = createFlightRecorder();
    for (let i = 0; i < 20_000; i++) flights.watch('phase', i % 128, 1, i * 1e-5, 1 + i * 1e-5, 'travels');
    for (let i = 0; i < 127; i++) flights.watch('accept', 3, i, 0.3, 0.9, 'travels');
    const shown = at(flights, 0.5);
    expect(shown.present).toBe(20_127);
    expect(shown.kinds.filter((kind) => kind === 'accept')).toHaveLength(127);
    const phases = shown.kinds.filter((kind) => kind === 'phase').length;
    // One in 32 of 20,000.
    expect(phases).toBeGreaterThan(600);
    expect(phases).toBeLessThan(650);
    const again = at(flights, 0.51);
    expect([...again.columns.from.subarray(0, 600)]).toEqual([...shown.columns.from.subarray(0, 600)]);
  });

  test('survives more messages than it keeps', () => {
    const flights = createFlightRecorder();
    for (let i = 0; i < 200_000; i++) flights.watch('phase', 0, 1, i * 1e-6, 2, 'travels');
    const { present, kinds } = at(flights, 1);
    expect(present).toBe(65_536);
    expect(kinds.length).toBeGreaterThan(500);
    expect(kinds.length).toBeLessThanOrEqual(maxFlights);
  });
});

test('losses are marked for as long in real time at every slow speed, and never for long in simulated time', () => {
  expect(lossMarkS(0.05)).toBeCloseTo(0.05 * lossMarkS(1), 12);
  expect(lossMarkS(100)).toBe(lossMarkS(1));
});
