/** The vector clocks of one execution, read into a matrix; hosts are numbered as they appear. */
import { at } from '../../base/assert.ts';
import { quote, type Fault } from '../scenario/fault.ts';
import type { LogRecord } from './shiviz-records.ts';

export interface LoggedClocks {
  /** Those that logged something first. Hosts that only others speak of come after them. */
  readonly hosts: readonly string[];
  /** The records whose clocks could be read, in the order of the file. */
  readonly records: readonly LogRecord[];
  /** Shape [records]: who logged it, and the host's own entry. */
  readonly host: Int32Array;
  readonly own: Int32Array;
  /** Shape [records × hosts]: entry [i · hosts + h] is how many events of h the record knows; its own counts. */
  readonly entries: Int32Array;
  readonly faults: readonly Fault[];
}

const maxEntry = 2_147_483_647;
/** Of a matrix: 128 MB. */
const maxEntries = 1 << 25;

export function readClocks(records: readonly LogRecord[]): LoggedClocks {
  const faults: Fault[] = [];
  const number = new Map<string, number>();
  const read: { readonly record: LogRecord; readonly clock: ReadonlyMap<string, number> }[] = [];
  for (const record of records) {
    const clock = readClock(record, faults);
    if (clock === undefined) continue;
    if (!number.has(record.host)) number.set(record.host, number.size);
    read.push({ record, clock });
  }
  for (const { clock } of read) for (const host of clock.keys()) if (!number.has(host)) number.set(host, number.size);

  const width = number.size;
  if (read.length * width > maxEntries) {
    const found = `${String(read.length)} events of ${String(width)} hosts`;
    return empty([{ path: '', found, allowed: `at most ${String(maxEntries)} entries of clocks (events × hosts)` }]);
  }
  const entries = new Int32Array(read.length * width);
  const host = new Int32Array(read.length);
  read.forEach(({ record, clock }, i) => {
    host[i] = number.get(record.host) ?? -1;
    for (const [name, entry] of clock) entries[i * width + (number.get(name) ?? 0)] = entry;
  });
  const own = host.map((h, i) => at(entries, i * width + h));
  return { hosts: [...number.keys()], records: read.map(({ record }) => record), host, own, entries, faults };
}

function empty(faults: readonly Fault[]): LoggedClocks {
  return { hosts: [], records: [], host: new Int32Array(0), own: new Int32Array(0), entries: new Int32Array(0), faults };
}

function readClock({ host, clock, line, clockLine }: LogRecord, faults: Fault[]): ReadonlyMap<string, number> | undefined {
  const path = `line ${String(clockLine)}`;
  if (host === '') {
    faults.push({ path: `line ${String(line)}`, found: 'no host', allowed: 'the name of the host that logged the event' });
    return undefined;
  }
  const value = parseObject(clock);
  if (value === undefined) {
    faults.push({ path, found: `the clock ${quote(clock)}`, allowed: 'a JSON object of hosts and counts, as {"host":1}' });
    return undefined;
  }
  const entries = new Map<string, number>();
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry !== 'number' || !Number.isInteger(entry) || entry < 0 || entry > maxEntry) {
      faults.push({ path, found: `${quote(name)}: ${quote(entry)}`, allowed: `whole numbers from 0 to ${String(maxEntry)}` });
      return undefined;
    }
    // Some loggers write zeros of hosts that were never heard.
    if (entry > 0) entries.set(name, entry);
  }
  if (entries.has(host)) return entries;
  const found = `a clock of ${quote(host)} without an entry of its own`;
  faults.push({ path, found, allowed: `${quote(host)} with the number of the event, from 1` });
  return undefined;
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
