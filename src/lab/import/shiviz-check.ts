/**
 * Whether logged clocks are vector clocks (Fidge 1988, Mattern 1989) of events that exist: a host's own entry rises by one
 * from event to event, and the clocks make a partial order. What is only missing is a hole: it is marked, and the rest
 * holds without it.
 */
import { at } from '../../base/assert.ts';
import { quote, type Fault } from '../scenario/fault.ts';
import type { LoggedClocks } from './shiviz-clocks.ts';

/** Events that happened (their host counted them, or others heard of them) and that the log does not hold. */
export interface Hole {
  readonly host: string;
  /** Own entries of the first and the last of them. */
  readonly from: number;
  readonly to: number;
  /** Where the log shows that they are missing. */
  readonly line: number;
}

export interface CheckedClocks {
  readonly holes: readonly Hole[];
  readonly faults: readonly Fault[];
  /** Shape [hosts] of lists: the records of a host by rising own entry. */
  readonly byHost: readonly Int32Array[];
}

/** Faults of one log beyond this are told by their number only. */
const maxFaults = 1_000;

export function checkClocks(clocks: LoggedClocks): CheckedClocks {
  const faults: Fault[] = [];
  const byHost = clocks.hosts.map((_, host) => sortedRecords(clocks, host, faults));
  const holes = findHoles(clocks, byHost);
  for (const records of byHost) {
    for (let i = 0; i < records.length && faults.length < maxFaults; i++) {
      checkRecord(clocks, byHost, at(records, i), i > 0 ? at(records, i - 1) : -1, faults);
    }
  }
  return { holes, faults, byHost };
}

function sortedRecords({ hosts, records, host, own }: LoggedClocks, wanted: number, faults: Fault[]): Int32Array {
  const mine: number[] = [];
  for (let i = 0; i < host.length; i++) if (host[i] === wanted) mine.push(i);
  const sorted = Int32Array.from(mine).sort((a, b) => at(own, a) - at(own, b) || a - b);
  return sorted.filter((record, i) => {
    const before = i > 0 ? at(sorted, i - 1) : -1;
    if (before < 0 || own[before] !== own[record]) return true;
    const name = quote(at(hosts, wanted));
    faults.push({
      path: `line ${String(at(records, record).clockLine)}`,
      found: `${name}: ${String(at(own, record))} a second time (first at line ${String(at(records, before).clockLine)})`,
      allowed: 'an own entry that rises by 1 from event to event',
    });
    return false;
  });
}

function findHoles({ hosts, records, own, entries }: LoggedClocks, byHost: readonly Int32Array[]): readonly Hole[] {
  const holes: Hole[] = [];
  const width = hosts.length;
  // The most that anyone knows of each host, and who.
  const most = new Int32Array(width);
  const witness = new Int32Array(width);
  for (let i = 0; i < records.length; i++) {
    for (let h = 0; h < width; h++) {
      const entry = at(entries, i * width + h);
      if (entry > at(most, h)) {
        most[h] = entry;
        witness[h] = i;
      }
    }
  }
  hosts.forEach((host, h) => {
    let expected = 1;
    for (const record of at(byHost, h)) {
      const entry = at(own, record);
      if (entry > expected) holes.push({ host, from: expected, to: entry - 1, line: at(records, record).clockLine });
      expected = entry + 1;
    }
    if (at(most, h) >= expected) holes.push({ host, from: expected, to: at(most, h), line: at(records, at(witness, h)).clockLine });
  });
  return holes;
}

/** The record against the one before it on its host, and against those that it heard of since. */
function checkRecord(clocks: LoggedClocks, byHost: readonly Int32Array[], record: number, before: number, faults: Fault[]): void {
  const { hosts, records, host, own, entries } = clocks;
  const width = hosts.length;
  const row = record * width;
  const me = at(host, record);
  const path = `line ${String(at(records, record).clockLine)}`;
  for (let h = 0; h < width; h++) {
    const knows = at(entries, row + h);
    const knew = before < 0 ? 0 : at(entries, before * width + h);
    if (knows < knew) {
      const found = `${quote(at(hosts, h))}: ${String(knows)} after ${String(knew)} at line ${String(at(records, before).clockLine)}`;
      faults.push({ path, found, allowed: 'entries that never fall on one host' });
    }
    if (h === me || knows <= knew) continue;
    const heard = latestUpTo(own, at(byHost, h), knows);
    if (heard < 0 || (before >= 0 && at(own, heard) <= knew)) continue;
    const theirs = `${quote(at(hosts, h))}: ${String(at(own, heard))} (line ${String(at(records, heard).clockLine)})`;
    if (at(entries, heard * width + me) >= at(own, record)) {
      faults.push({ path, found: `this event and ${theirs}, each of which knows of the other`, allowed: 'a partial order' });
      continue;
    }
    const lacks = firstLacking(entries, row, heard * width, width);
    if (lacks < 0) continue;
    const [itKnows, thisKnows] = [at(entries, heard * width + lacks), at(entries, row + lacks)].map(String);
    faults.push({
      path,
      found: `${theirs} in the past, which knows ${quote(at(hosts, lacks))}: ${itKnows ?? ''}, but itself only ${thisKnows ?? ''}`,
      allowed: 'whoever knows an event knows what that event knew',
    });
  }
}

function firstLacking(entries: Int32Array, row: number, heardRow: number, width: number): number {
  for (let h = 0; h < width; h++) if (at(entries, heardRow + h) > at(entries, row + h)) return h;
  return -1;
}

/** The last of a host's records whose own entry is at most this; −1 when there is none. */
export function latestUpTo(own: Int32Array, records: Int32Array, entry: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(own, at(records, middle)) <= entry) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : at(records, low - 1);
}
