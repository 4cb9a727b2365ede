/**
 * What a run to its planned end would keep, judged where one is planned. A scenario itself may say any duration: a live run goes on
 * until it is paused, and what was recorded of it says the time that it reached.
 */
import { maxTokens } from '../../mesh/limits.ts';
import { quote, type Fault } from './fault.ts';
import { parameters as p } from './parameters.ts';
import type { Scenario } from './schema.ts';

/** Rows of `timeseries.csv`: 18 columns of 8 bytes each are 144 MB. */
const maxSamples = 1_000_000;
/** Rows of `agents.csv`: 11 columns of 8 bytes each are 880 MB. */
const maxAgentSamples = 10_000_000;

/** Faults of a scenario that cannot be run as long as it says; none where it can. */
export function plannedSizeFaults(scenario: Scenario): readonly Fault[] {
  return [...sampleFaults(scenario), ...tokenFaults(scenario)];
}

function sampleFaults({ durationS, sampleS, mesh: { agents } }: Scenario): readonly Fault[] {
  const most = Math.min(maxSamples, Math.floor(maxAgentSamples / agents));
  if (durationS / sampleS <= most) return [];
  const reason = `${String(most)} samples, every ${String(sampleS)} s, of ${String(agents)} agents`;
  return [tooLong(durationS, `at most ${String(most * sampleS)} s (${reason}); or a longer sampleS`)];
}

function tokenFaults({ durationS, mesh: { agents, tokenRateHz } }: Scenario): readonly Fault[] {
  if (durationS * tokenRateHz * agents <= maxTokens) return [];
  const most = Math.floor(maxTokens / (tokenRateHz * agents));
  const reason = `${String(maxTokens)} tokens, ${String(tokenRateHz)} a second from each of ${String(agents)} agents`;
  return [tooLong(durationS, `at most ${String(most)} s (${reason}); or a lower mesh.tokenRateHz`)];
}

function tooLong(durationS: number, allowed: string): Fault {
  return { path: p.duration.path, found: quote(durationS), allowed };
}
