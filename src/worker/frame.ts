/**
 * What the page sees of a run, laid out in one ArrayBuffer that is transferred back and forth between page and worker,
 * so that a frame costs no copy and no garbage however many oscillators there are.
 *
 * Layout: 8 bytes magic and version, then Float64 throughout, then the phases; the messages at the end of the buffer.
 *
 *     header   [headerNames]               one number each
 *     agents   [agentFrameColumns × M]     column after column
 *     mesh     [componentFrameColumns × C] column after column
 *     kinds    [messageKinds]              messages of each kind that travel
 *     rows     [rows × rowColumns]         row after row: the samples that the page did not have yet
 *     counts   Uint32 [counted]            bins of every agent, all oscillators counted, from `countedFrom` on
 *     phases   Uint16 [shown]              fractions of a turn: phase mod 2π / 2π · 65536
 *     flights  see `flightColumnsIn`       the messages that are drawn, column after column
 *
 * The buffer always has room for the largest frame (`frameBytes`), so that a buffer fits every run.
 */
import { PHASE_BINS } from '../base/shared-constants.ts';
import { parameters } from '../lab/scenario/parameters.ts';
import { messageKinds, type FieldView, type Snapshot } from '../lab/run/types.ts';
import { lossMarkS, maxFlights, type FlightColumns, type FlightRecorder } from './flights.ts';
import { rowColumns, writeRows, type RowSource } from './frame-rows.ts';

/** More oscillators than this are shown by an even sample of this many. */
export const maxShown = 100_000;
/** From so many oscillators on single points no longer show how they are spread: the kernel counts them. */
export const countedFrom = 3_000;
/** A page that is further behind gets the rest in its next frames. */
export const maxRowsInFrame = 512;

const headerNames = [
  'generation',
  'timeS',
  'r',
  'psiRad',
  'components',
  'partitioned',
  'playing',
  'speedWanted',
  'speedReached',
  'oscillators',
  'agents',
  'shown',
  'generated',
  'validated',
  'pending',
  'validationP50Ms',
  'validationP95Ms',
  'throughputHz',
  'conflicts',
  'violations',
  'rows',
  'firstRow',
  'recorded',
  'replayToS',
  'counted',
  'smoothS',
  'flights',
  'flightsPresent',
  'headS',
  'branch',
  'otherFromS',
  'otherToS',
] as const;
type HeaderName = (typeof headerNames)[number];
type HeaderFlag = 'partitioned' | 'playing';

const agentFrameColumns = [
  'component',
  'up',
  'paused',
  'hearsQuorum',
  'r',
  'psiRad',
  'clock',
  'generated',
  'validated',
  'pending',
  'logLength',
  'group',
] as const;
export type AgentFrameColumn = (typeof agentFrameColumns)[number];

const componentFrameColumns = ['agents', 'oscillators', 'r', 'psiRad'] as const;
export type ComponentFrameColumn = (typeof componentFrameColumns)[number];

/** A number for every header name; the two flags as booleans. Names and units are those of `Snapshot`. */
export type FrameHeader = Readonly<Record<Exclude<HeaderName, HeaderFlag>, number> & Record<HeaderFlag, boolean>>;

/**
 * A decoded frame. The arrays are views of the transferred buffer: they are empty as soon as the buffer goes back to the
 * worker, so nobody keeps them past the draw that they were handed to.
 */
export interface Frame extends FrameHeader {
  /** Each of shape [M]; flags are 0 or 1; `component` is −1 for an agent that is down. */
  readonly agentColumns: Readonly<Record<AgentFrameColumn, Float64Array>>;
  /** Each of shape [C], C = `components`. */
  readonly componentColumns: Readonly<Record<ComponentFrameColumn, Float64Array>>;
  /** Shape [kinds]: messages on their way, in the order of `messageKinds`. */
  readonly travelling: Float64Array;
  /** Each of shape [flights]: messages on their way or just lost, all of them or an even sample of the `flightsPresent`. */
  readonly flightColumns: FlightColumns;
  /** Shape [rows × rowColumns], row after row; the first is row `firstRow` of the run. */
  readonly rowValues: Float64Array;
  /** Shape [M × PHASE_BINS], see `FieldView.countPhases`; empty where every oscillator is shown. */
  readonly phaseCounts: Uint32Array;
  /** Shape [shown]: phase mod 2π as a fraction of a turn, × 65536. */
  readonly phases: Uint16Array;
}

/** What a frame is written from. */
export interface FrameSource extends RowSource {
  /** Counts the runs of this worker: a frame of an earlier run is told by it. */
  readonly generation: number;
  readonly playing: boolean;
  readonly speedWanted: number;
  readonly speedReached: number;
  readonly snapshot: Snapshot;
  readonly field: Pick<FieldView, 'oscillators' | 'phaseRad' | 'countPhases' | 'agentStart'>;
  /** Rows of the time series that the page says it has. */
  readonly rowsKnown: number;
  /** How many interventions were recorded since the run started, those ahead of a run that was put back among them. */
  readonly recorded: number;
  /** How far this branch of the run has come, at the moment that is shown or later. */
  readonly headS: number;
  /** How often another branch was begun or gone back to. */
  readonly branch: number;
  /** The branch that was left last: from where it is another one, and how far it came; NaN when none was. */
  readonly otherFromS: number;
  readonly otherToS: number;
  /** The time that a replay hurries to; NaN when there is none. */
  readonly replayToS: number;
  /** Time that goes on between two steps too, at most one step behind the snapshot's: what moves is drawn for it. */
  readonly smoothS: number;
  readonly flights: Pick<FlightRecorder, 'write'>;
}

/** "CHFR" as it stands in memory on a little-endian machine. */
const magic = 0x52464843;
const version = 4;
const wordBytes = 8;
const maxAgents = parameters.agents.max;

/** Words before the agents' columns: magic and version share the first. */
const headerWords = 1 + headerNames.length;
const maxWords =
  headerWords +
  maxAgents * (agentFrameColumns.length + componentFrameColumns.length) +
  messageKinds.length +
  maxRowsInFrame * rowColumns.length;

const maxCounted = maxAgents * PHASE_BINS;
const flightsStart = maxWords * wordBytes + maxCounted * Uint32Array.BYTES_PER_ELEMENT + maxShown * Uint16Array.BYTES_PER_ELEMENT;
const flightBytes = 2 * Float32Array.BYTES_PER_ELEMENT + 4;

/** Size of every frame buffer, in bytes (about 0.4 MB). */
export const frameBytes = flightsStart + maxFlights * flightBytes;

/** Counts of the frame being written. */
const travelling = new Float64Array(messageKinds.length);

const unitsPerRad = 65_536 / (2 * Math.PI);

/** How many of N oscillators a frame shows. */
export function shownCount(oscillators: number): number {
  return Math.min(oscillators, maxShown);
}

/** The oscillator that place `k` of a frame shows: all of them in order, or an even sample. */
export function shownOscillator(k: number, oscillators: number): number {
  return oscillators <= maxShown ? k : Math.floor((k * oscillators) / maxShown);
}

/** Writes a frame into `buffer`, which must be one of `frameBytes`. */
export function writeFrame(buffer: ArrayBuffer, source: FrameSource): void {
  if (buffer.byteLength !== frameBytes) throw new Error(`A frame needs a buffer of ${frameBytes} bytes, not ${buffer.byteLength}.`);
  const { snapshot, field, timeseries } = source;
  const firstRow = Math.min(Math.max(0, source.rowsKnown), timeseries.length);
  const rows = Math.min(timeseries.length - firstRow, maxRowsInFrame);
  new Uint32Array(buffer, 0, 2).set([magic, version]);
  const words = new Float64Array(buffer, wordBytes, maxWords - 1);
  const markS = lossMarkS(source.speedWanted);
  const { written, present } = source.flights.write(source.smoothS, markS, flightColumnsIn(buffer, maxFlights), travelling);
  const header: Record<HeaderName, number> = {
    generation: source.generation,
    timeS: snapshot.timeS,
    r: snapshot.r,
    psiRad: snapshot.psiRad,
    components: snapshot.components.length,
    partitioned: Number(snapshot.partitioned),
    playing: Number(source.playing),
    speedWanted: source.speedWanted,
    speedReached: source.speedReached,
    oscillators: field.oscillators,
    agents: snapshot.agents.length,
    shown: shownCount(field.oscillators),
    generated: snapshot.generated,
    validated: snapshot.validated,
    pending: snapshot.pending,
    validationP50Ms: snapshot.validationP50Ms,
    validationP95Ms: snapshot.validationP95Ms,
    throughputHz: snapshot.throughputHz,
    conflicts: snapshot.conflicts,
    violations: snapshot.violations,
    rows,
    firstRow,
    recorded: source.recorded,
    replayToS: source.replayToS,
    counted: field.oscillators >= countedFrom ? snapshot.agents.length * PHASE_BINS : 0,
    smoothS: source.smoothS,
    flights: written,
    flightsPresent: present,
    headS: source.headS,
    branch: source.branch,
    otherFromS: source.otherFromS,
    otherToS: source.otherToS,
  };
  let next = 0;
  for (const name of headerNames) words[next++] = header[name];
  for (const name of agentFrameColumns) for (const agent of snapshot.agents) words[next++] = Number(agent[name]);
  for (const name of componentFrameColumns) for (const component of snapshot.components) words[next++] = component[name];
  for (const count of travelling) words[next++] = count;
  writeRows(words.subarray(next, next + rows * rowColumns.length), source, firstRow, rows);
  next += rows * rowColumns.length;
  const counts = new Uint32Array(buffer, (next + 1) * wordBytes, header.counted);
  if (header.counted > 0) counts.set(field.countPhases());
  writePhases(new Uint16Array(buffer, counts.byteOffset + counts.byteLength, header.shown), field);
}

function writePhases(target: Uint16Array, field: FrameSource['field']): void {
  const { phaseRad, oscillators } = field;
  // A Uint16Array keeps a number modulo 65536, which is just what a fraction of a turn wants of negative phases.
  for (let k = 0; k < target.length; k++) target[k] = Math.round((phaseRad[shownOscillator(k, oscillators)] as number) * unitsPerRad);
}

/** Views of a written frame. Throws, quoting what it found, when the buffer holds anything else. */
export function readFrame(buffer: ArrayBuffer): Frame {
  if (buffer.byteLength !== frameBytes) throw new Error(`A frame is a buffer of ${frameBytes} bytes, not ${buffer.byteLength}.`);
  const [foundMagic, foundVersion] = new Uint32Array(buffer, 0, 2);
  if (foundMagic !== magic) throw new Error(`A frame begins with 0x${magic.toString(16)}, not 0x${(foundMagic ?? 0).toString(16)}.`);
  if (foundVersion !== version) throw new Error(`This page reads frames of version ${version}, not ${String(foundVersion)}.`);
  const words = new Float64Array(buffer, wordBytes, maxWords - 1);
  const header = readHeader(words);
  guardCount('agents', header.agents, maxAgents);
  guardCount('components', header.components, maxAgents);
  guardCount('rows', header.rows, maxRowsInFrame);
  guardCount('shown', header.shown, maxShown);
  guardCount('counted', header.counted, maxCounted);
  guardCount('flights', header.flights, maxFlights);

  let next = headerNames.length;
  const take = (length: number): Float64Array => words.subarray(next, (next += length));
  const agentColumns = columnsOf(agentFrameColumns, () => take(header.agents));
  const componentColumns = columnsOf(componentFrameColumns, () => take(header.components));
  const travelling = take(messageKinds.length);
  const rowValues = take(header.rows * rowColumns.length);
  const phaseCounts = new Uint32Array(buffer, (next + 1) * wordBytes, header.counted);
  const phases = new Uint16Array(buffer, phaseCounts.byteOffset + phaseCounts.byteLength, header.shown);
  const flightColumns = flightColumnsIn(buffer, header.flights);
  return { ...header, agentColumns, componentColumns, travelling, flightColumns, rowValues, phaseCounts, phases };
}

/** At `flightsStart`: two columns of Float32 [maxFlights], then four of Uint8 [maxFlights]; views of the first `length` of each. */
function flightColumnsIn(buffer: ArrayBuffer, length: number): FlightColumns {
  const seconds = (column: number) => new Float32Array(buffer, flightsStart + column * maxFlights * 4, length);
  const bytes = (column: number) => new Uint8Array(buffer, flightsStart + (8 + column) * maxFlights, length);
  return { sentS: seconds(0), dueS: seconds(1), from: bytes(0), to: bytes(1), kind: bytes(2), fate: bytes(3) };
}

function readHeader(words: Float64Array): FrameHeader {
  const numbers = columnsOf(headerNames, (_, index) => words[index] as number);
  return { ...numbers, partitioned: numbers.partitioned === 1, playing: numbers.playing === 1 };
}

function guardCount(name: string, found: number, max: number): void {
  if (!Number.isInteger(found) || found < 0 || found > max) throw new Error(`A frame has 0 … ${max} ${name}, not ${found}.`);
}

function columnsOf<const Name extends string, T>(names: readonly Name[], make: (name: Name, index: number) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name, index) => [name, make(name, index)])) as Record<Name, T>;
}
