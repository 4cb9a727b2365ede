/** What the events are laid out along, and their order there. */
import type { Axis, Events } from './types.ts';

export interface AxisOrder {
  readonly axis: Axis;
  /** Shape [length]: where each event stands. */
  readonly values: Float64Array | Int32Array;
  /** Events by rising value; undefined where they are numbered so already. */
  readonly order: Int32Array | undefined;
  /** How many there were when it was made. */
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** O(events): Lamport times and depths are whole numbers that lie close, so they are sorted by counting. */
export function axisOrder(events: Events, axis: Axis): AxisOrder {
  const { length } = events;
  if (axis === 'time') {
    const { timeS } = events;
    return {
      axis,
      values: timeS,
      order: undefined,
      length,
      from: length > 0 ? (timeS[0] as number) : 0,
      to: length > 0 ? (timeS[length - 1] as number) : 0,
    };
  }
  const values = axis === 'depth' ? events.depth : placedClocks(events);
  const order = countingSort(values, length);
  const ends = [order[0], order[length - 1]].map((event) => (event === undefined ? 0 : (values[event] as number)));
  return { axis, values, order, length, from: ends[0] ?? 0, to: ends[1] ?? 0 };
}

/** A lost message and a change of the network have no Lamport time: they stand at their cause's, or at the latest so far. */
function placedClocks({ length, clock, cause }: Events): Float64Array {
  const placed = new Float64Array(length);
  let latest = 0;
  for (let i = 0; i < length; i++) {
    const own = clock[i] as number;
    const heard = cause[i] as number;
    placed[i] = own >= 0 ? own : heard >= 0 ? (clock[heard] as number) : latest;
    latest = Math.max(latest, own);
  }
  return placed;
}

function countingSort(values: ArrayLike<number>, length: number): Int32Array {
  let highest = 0;
  for (let i = 0; i < length; i++) highest = Math.max(highest, values[i] as number);
  const start = new Int32Array(highest + 2);
  for (let i = 0; i < length; i++) (start[(values[i] as number) + 1] as number)++;
  for (let value = 0; value <= highest; value++) start[value + 1] = (start[value + 1] as number) + (start[value] as number);
  const order = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    const place = start[value] as number;
    order[place] = i;
    start[value] = place + 1;
  }
  return order;
}

/** The first place in the order whose value is not below this. */
export function placeOf({ values, order, length }: AxisOrder, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[order === undefined ? middle : (order[middle] as number)] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
