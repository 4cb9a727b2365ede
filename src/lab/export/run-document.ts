/** `run.json`, schema `chorus.run/1`: what was run, what came out, where. Enough to run it again and to compare. */
import * as v from 'valibot';
import { blockSamples, createChain, type Chain } from '../chain/chain.ts';
import type { Run } from '../run/types.ts';
import type { Scenario } from '../scenario/schema.ts';
import { writeJson } from '../scenario/write.ts';
import { programVersion } from './version.ts';

/** More are counted, not written. A sound run has none. */
const maxViolations = 1_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'));
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));

/** Keys that are not named here are passed over: a later version may add some. The scenario is checked by its own rules. */
export const runDocumentSchema = v.object({
  schema: v.literal('chorus.run/1'),
  version: v.pipe(v.string(), v.maxLength(100)),
  scenario: v.optional(v.unknown()),
  /** SHA-256 over the canonical samples, hexadecimal. */
  digest: hash,
  /** What `chain.csv` adds up to; older records have none. */
  chain: v.optional(v.object({ blockSamples: v.literal(blockSamples), blocks: count, start: hash, head: hash, root: hash })),
  counts: v.object({
    steps: count,
    samples: count,
    tokensGenerated: count,
    tokensValidated: count,
    tokensPending: count,
    events: count,
    conflicts: count,
    violations: count,
  }),
  /** The first thousand. */
  violations: v.array(
    v.object({ check: v.string(), timeS: v.number(), agents: v.array(v.number()), events: v.array(v.number()), message: v.string() }),
  ),
  /** True where the run was stopped before its planned end; `scenario.durationS` is then the time reached. */
  interrupted: v.boolean(),
  wallTimeS: seconds,
  /** Engine, system, machine: whatever tells where it ran. */
  where: v.record(v.string(), v.string()),
});

export type RunDocument = Omit<v.InferOutput<typeof runDocumentSchema>, 'scenario'> & { readonly scenario: Scenario };

/** What the run itself cannot know. */
export interface Circumstances {
  readonly wallTimeS: number;
  readonly where: Readonly<Record<string, string>>;
  readonly interrupted: boolean;
}

export function chainOf(run: Run): Chain {
  const scenario = run.scenarioAsRun();
  return createChain(programVersion, scenario, {
    timeseries: run.timeseries,
    agentSamples: run.agentSamples,
    agents: scenario.mesh.agents,
  });
}

export function runDocument(run: Run, circumstances: Circumstances, chain = chainOf(run)): RunDocument {
  const { generated, validated, pending, conflicts, violations } = run.snapshot();
  return {
    schema: 'chorus.run/1',
    version: programVersion,
    scenario: run.scenarioAsRun(),
    digest: run.digest(),
    chain: chain.summary(),
    counts: {
      steps: run.stepsDone,
      samples: run.timeseries.length,
      tokensGenerated: generated,
      tokensValidated: validated,
      tokensPending: pending,
      events: run.eventCount,
      conflicts,
      violations,
    },
    violations: run.violations.slice(0, maxViolations).map((violation) => ({
      ...violation,
      agents: [...violation.agents],
      events: [...violation.events],
    })),
    ...circumstances,
  };
}

export function writeRunDocument(document: RunDocument): string {
  return `${writeJson(document)}\n`;
}
