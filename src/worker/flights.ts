/**
 * The messages on their way, as the page draws them: a ring of the latest copies sent, from which every frame takes those
 * that are travelling at the moment, and those that were lost a moment ago.
 *
 * A frame has room for `maxFlights`. When more are on their way an even sample is shown: of what is told all the time
 * (phases, heartbeats) one part, of everything else another, so that the few words of an agreement never drown. Whether
 * a copy belongs to the sample is decided by its number, so one that is drawn is drawn from its start to its end.
 */
import type { Memory, Remembers } from '../base/remember.ts';
import { fates, messageKinds, type Fate, type MessageKind, type MessageWatcher } from '../lab/run/types.ts';

/** A 2D canvas draws as many in about a millisecond. */
export const maxFlights = 1_536;
/** Of these, at most so many of what is told all the time. */
const maxChatter = 768;
const chatter: ReadonlySet<MessageKind> = new Set<MessageKind>(['phase', 'heartbeat']);

/** Copies kept: of 128 agents that tell their phases 20 times a second those of the last 0.2 s, which is the longest way in the region table. */
const capacity = 65_536;

/** A loss is marked for so long after it, in real time. */
const markRealS = 0.22;
/** At high speeds no more than this of simulated time, or the marks would lie over each other. */
const maxMarkS = 0.22;

/** How long a loss stays marked, in simulated seconds. */
export function lossMarkS(speed: number): number {
  return Math.min(maxMarkS, markRealS * speed);
}

/** Columns of what a frame shows, each of shape [maxFlights]. */
export interface FlightColumns {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** Index in `messageKinds`. */
  readonly kind: Uint8Array;
  /** Index in `fates`. */
  readonly fate: Uint8Array;
  /** When it was sent and when it arrives or would have, relative to the frame's `smoothS`, seconds. */
  readonly sentS: Float32Array;
  readonly dueS: Float32Array;
}

export interface FlightRecorder extends Remembers {
  readonly watch: MessageWatcher;
  /**
   * Writes those on their way at `timeS`, or lost since `timeS − markS`, into `columns`, and how many of each kind travel into
   * `counts` (shape [kinds]). Times must not fall from call to call. Answers how many were written and how many there were.
   */
  write(timeS: number, markS: number, columns: FlightColumns, counts: Float64Array): { readonly written: number; readonly present: number };
}

const kindNumber = numbers(messageKinds);
const fateNumber = numbers(fates);
const isChatter = Uint8Array.from(messageKinds, (kind) => Number(chatter.has(kind)));

export function createFlightRecorder(): FlightRecorder {
  const from = new Uint8Array(capacity);
  const to = new Uint8Array(capacity);
  const kind = new Uint8Array(capacity);
  const fate = new Uint8Array(capacity);
  const sentS = new Float64Array(capacity);
  const dueS = new Float64Array(capacity);
  /** Copies told so far: the number of the next one. */
  let next = 0;
  /** All before it are over. */
  let first = 0;

  function watch(itsKind: MessageKind, itsFrom: number, itsTo: number, itsSentS: number, itsDueS: number, itsFate: Fate): void {
    const place = next++ % capacity;
    from[place] = itsFrom;
    to[place] = itsTo;
    kind[place] = kindNumber[itsKind];
    fate[place] = fateNumber[itsFate];
    sentS[place] = itsSentS;
    dueS[place] = itsDueS;
  }

  const endS = (place: number, markS: number): number => (dueS[place] as number) + (fate[place] === 0 ? 0 : markS);

  function write(timeS: number, markS: number, columns: FlightColumns, counts: Float64Array) {
    first = Math.max(first, next - capacity);
    while (first < next && endS(first % capacity, maxMarkS) < timeS) first++;
    counts.fill(0);
    const present = [0, 0];
    for (let number = first; number < next; number++) {
      const place = number % capacity;
      if ((sentS[place] as number) > timeS || endS(place, markS) < timeS) continue;
      const its = kind[place] as number;
      if (fate[place] === 0) counts[its] = (counts[its] as number) + 1;
      present[isChatter[its] as number] = (present[isChatter[its] as number] as number) + 1;
    }
    const [talk = 0, idle = 0] = present;
    const rarities = [rarity(talk, maxFlights - Math.min(idle, maxChatter)), rarity(idle, maxChatter)];
    let written = 0;
    for (let number = first; number < next && written < maxFlights; number++) {
      const place = number % capacity;
      if ((sentS[place] as number) > timeS || endS(place, markS) < timeS) continue;
      if (!belongs(number, rarities[isChatter[kind[place] as number] as number] as number)) continue;
      columns.from[written] = from[place] as number;
      columns.to[written] = to[place] as number;
      columns.kind[written] = kind[place] as number;
      columns.fate[written] = fate[place] as number;
      columns.sentS[written] = (sentS[place] as number) - timeS;
      columns.dueS[written] = (dueS[place] as number) - timeS;
      written++;
    }
    return { written, present: talk + idle };
  }

  /** Of what is on its way, or was lost a moment ago. */
  function remember(memory: Memory): void {
    const latestS = next === 0 ? 0 : (sentS[(next - 1) % capacity] as number);
    first = Math.max(first, next - capacity);
    while (first < next && endS(first % capacity, maxMarkS) < latestS - maxMarkS) first++;
    first = memory.value(first);
    next = memory.value(next);
    const start = first % capacity;
    const end = start + next - first;
    for (const column of [from, to, kind, fate, sentS, dueS])
      memory.all(column.subarray(start, Math.min(end, capacity)), column.subarray(0, Math.max(0, end - capacity)));
  }

  return { watch, write, remember };
}

/** Bits of a copy's number that must be 0 for it to be shown, so that no more than `room` are expected. */
function rarity(present: number, room: number): number {
  let bits = 0;
  while (present / 2 ** bits > room) bits++;
  return bits;
}

/** Whether a copy is in the sample of one in 2^bits: by its number, mixed so that every receiver of a broadcast has its share. */
function belongs(number: number, bits: number): boolean {
  return bits === 0 || Math.imul(number, 0x9e3779b1) >>> (32 - bits) === 0;
}

function numbers<const Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}
