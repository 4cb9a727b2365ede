/** From clocks to the relation that people draw: what each event heard directly, and one order in which it all may have happened. */
import { at } from '../../base/assert.ts';
import { latestUpTo } from './shiviz-check.ts';
import type { LoggedClocks } from './shiviz-clocks.ts';

export interface LoggedOrder {
  /** Records in an order that keeps every cause before its effect, as near to the order of the file as that allows. */
  readonly order: Int32Array;
  /** For each record (not place in the order) those of other hosts that it heard directly: a transitive reduction. */
  readonly causes: readonly (readonly number[])[];
}

/** @param clocks without faults, so that the relation has no circle. */
export function orderOf(clocks: LoggedClocks, byHost: readonly Int32Array[]): LoggedOrder {
  const causes: (readonly number[])[] = new Array<readonly number[]>(clocks.records.length);
  const previous = new Int32Array(clocks.records.length).fill(-1);
  for (const records of byHost) {
    records.forEach((record, i) => {
      const before = i > 0 ? at(records, i - 1) : -1;
      previous[record] = before;
      causes[record] = directCauses(clocks, byHost, record, before);
    });
  }
  return { order: linearise(previous, causes), causes };
}

function directCauses(
  { hosts, host, own, entries }: LoggedClocks,
  byHost: readonly Int32Array[],
  record: number,
  before: number,
): readonly number[] {
  const width = hosts.length;
  const heard: number[] = [];
  for (let h = 0; h < width; h++) {
    if (h === host[record]) continue;
    const knew = before < 0 ? 0 : at(entries, before * width + h);
    const knows = at(entries, record * width + h);
    if (knows <= knew) continue;
    const latest = latestUpTo(own, at(byHost, h), knows);
    if (latest >= 0 && at(own, latest) > knew) heard.push(latest);
  }
  // Whoever stands in the past of another of them was heard through that one.
  return heard.filter((one) => !heard.some((other) => other !== one && at(entries, other * width + at(host, one)) >= at(own, one)));
}

/** Each record in the order of the file, after whatever must come before it. */
function linearise(previous: Int32Array, causes: readonly (readonly number[])[]): Int32Array {
  const order = new Int32Array(previous.length);
  const placed = new Uint8Array(previous.length);
  let length = 0;
  const waiting: number[] = [];
  for (let first = 0; first < previous.length; first++) {
    waiting.push(first);
    while (waiting.length > 0) {
      const record = at(waiting, waiting.length - 1);
      const unmet =
        placed[record] === 1 ? [] : [at(previous, record), ...at(causes, record)].filter((one) => one >= 0 && placed[one] === 0);
      if (unmet.length > 0) {
        waiting.push(...unmet);
        continue;
      }
      waiting.pop();
      if (placed[record] === 1) continue;
      placed[record] = 1;
      order[length++] = record;
    }
  }
  return order;
}
