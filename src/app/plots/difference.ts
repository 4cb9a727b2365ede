/** How two branches of a run differ, over the time that both have been through since they parted. */
import type { Table, TimeseriesColumn } from '../../lab/run/types.ts';
import { firstAtOrAfter } from './time-axis.ts';

type Rows = Table<TimeseriesColumn>;

export interface Difference {
  readonly overS: number;
  /** Of the means. */
  readonly r: number;
  /** At the end of that time. */
  readonly validated: number;
}

/** @param left its first row is the last that both share; @param untilS later rows do not count. Undefined before there is anything to compare. */
export function difference(here: Rows, left: Rows, untilS: number): Difference | undefined {
  const fromS = left.column('t_s')[0];
  if (fromS === undefined) return undefined;
  const first = firstAtOrAfter(here.column('t_s'), here.length, fromS) + 1;
  const end = firstAtOrAfter(here.column('t_s'), here.length, untilS + sameTimeS);
  const rows = Math.min(end - first, left.length - 1);
  if (rows < 1) return undefined;
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += (here.column('r')[first + i] as number) - (left.column('r')[i + 1] as number);
  const last = (name: TimeseriesColumn): number => (here.column(name)[first + rows - 1] as number) - (left.column(name)[rows] as number);
  return { overS: (here.column('t_s')[first + rows - 1] as number) - fromS, r: sum / rows, validated: last('tokens_validated') };
}

/** Less than the shortest step. */
const sameTimeS = 5e-5;
