/** The figures of one run, `metrics.csv`. A single run has no interval: `low` and `high` are absent. */
import { quantileSorted } from '../../base/quantile.ts';
import { maxBacklog, maxTokens } from '../../mesh/limits.ts';
import type { Mesh } from '../../mesh/types.ts';
import type { Episode } from './episodes.ts';
import type { Metric, Table, TimeseriesColumn } from './types.ts';

/** r counts as restored when it is back within this share of its mean before the onset. */
const recoveredShare = 0.05;

export function measure(timeseries: Table<TimeseriesColumn>, mesh: Mesh, episodes: readonly Episode[]): readonly Metric[] {
  const endS = mesh.nowS;
  const first = episodes[0];
  const last = episodes.at(-1);
  const mean = meanOver(timeseries);
  const before = first === undefined ? NaN : mean(first.onsetS / 2, first.onsetS);
  const firstEndS = first === undefined || Number.isNaN(first.healS) ? endS : first.healS;
  const healed = last !== undefined && !Number.isNaN(last.healS);
  const row = (metric: string, value: number, unit: string, note = ''): Metric => ({ metric, value, low: NaN, high: NaN, unit, note });
  return [
    row('r_mean', mean(0, endS), '', 'whole run'),
    row('r_before_partition', before, '', 'second half of the time before the first partition'),
    row(
      'r_during_partition',
      first === undefined ? NaN : mean((first.onsetS + firstEndS) / 2, firstEndS),
      '',
      'second half of the first partition',
    ),
    row('r_after_heal', healed ? mean(Math.max(last.healS, 0.75 * endS), endS) : NaN, '', 'last quarter of the run, after the last heal'),
    row(
      'recovery_s',
      first === undefined ? NaN : recoveryS(timeseries, first.healS, before),
      's',
      'from the first heal until r is back within 5% of r_before_partition',
    ),
    ...latencyRows(mesh, row),
    row('throughput_tokens_per_s', endS > 0 ? mesh.tokens.validatedCount / endS : NaN, '1/s', 'whole run'),
    toleranceRow(first, firstEndS, row),
    row(
      'split_brain_incidents',
      episodes.filter((episode) => episode.conflicts > 0).length,
      '',
      `of ${episodes.length} partition episodes`,
    ),
    row('clock_spread_max', maxSpread(timeseries), '', 'largest difference between two Lamport times at a sample'),
    row(
      'tokens_refused',
      mesh.tokensRefused,
      '',
      `ticks of a token clock that found no room: ${maxBacklog} tokens of one agent wait, or ${maxTokens} are held`,
    ),
    row('disks_lost', mesh.disksLost, '', 'agents that started again with nothing'),
    row('violations', mesh.observer.violationCount, '', 'seen by the observer'),
  ];
}

type MakeRow = (metric: string, value: number, unit: string, note?: string) => Metric;

function latencyRows(mesh: Mesh, row: MakeRow): readonly Metric[] {
  const { validatedS, generatedS, count } = mesh.tokens;
  const latenciesMs: number[] = [];
  for (let token = 0; token < count; token++) {
    const latencyS = (validatedS.values[token] as number) - (generatedS.values[token] as number);
    if (!Number.isNaN(latencyS)) latenciesMs.push(1000 * latencyS);
  }
  const sorted = Float64Array.from(latenciesMs).sort();
  const note = `over ${sorted.length} of ${count} tokens; the others were not validated`;
  return [
    row('validation_latency_p50_ms', quantileSorted(sorted, 0.5), 'ms', note),
    row('validation_latency_p95_ms', quantileSorted(sorted, 0.95), 'ms', note),
  ];
}

function toleranceRow(episode: Episode | undefined, endS: number, row: MakeRow): Metric {
  if (episode === undefined) return row('partition_tolerance_s', NaN, 's', 'no partition');
  const censored = Number.isNaN(episode.brokenS);
  return row('partition_tolerance_s', (censored ? endS : episode.brokenS) - episode.onsetS, 's', censored ? 'censored' : '');
}

/** Mean of r over the samples in a closed interval of time; NaN where there are none. */
function meanOver(timeseries: Table<TimeseriesColumn>) {
  const t = timeseries.column('t_s');
  const r = timeseries.column('r');
  return (fromS: number, toS: number): number => {
    let sum = 0;
    let count = 0;
    for (let row = 0; row < timeseries.length; row++) {
      if ((t[row] as number) < fromS || (t[row] as number) > toS) continue;
      sum += r[row] as number;
      count++;
    }
    return count === 0 ? NaN : sum / count;
  };
}

function recoveryS(timeseries: Table<TimeseriesColumn>, healS: number, before: number): number {
  const t = timeseries.column('t_s');
  const r = timeseries.column('r');
  for (let row = 0; row < timeseries.length; row++) {
    if ((t[row] as number) >= healS && (r[row] as number) >= (1 - recoveredShare) * before) return (t[row] as number) - healS;
  }
  return NaN;
}

function maxSpread(timeseries: Table<TimeseriesColumn>): number {
  const least = timeseries.column('clock_min');
  const greatest = timeseries.column('clock_max');
  let spread = 0;
  for (let row = 0; row < timeseries.length; row++) spread = Math.max(spread, (greatest[row] as number) - (least[row] as number));
  return spread;
}
