/** What is put to the test: a protocol of the laboratory as it is, or with a bug planted in it. */
import type { ClockRules } from '../../mesh/clock.ts';
import type { CreateProtocol } from '../../mesh/protocol.ts';
import { createChorusWith } from '../../mesh/protocols/chorus/chorus.ts';
import { soundRules, type Rules } from '../../mesh/protocols/chorus/rules.ts';
import { protocols } from '../../mesh/protocols/registry.ts';
import type { Scenario } from '../scenario/schema.ts';
import { unclaimedBy } from './claims.ts';
import type { TrialCheck } from './trial.ts';

export type ProtocolName = Scenario['mesh']['protocol'];

/** What is broken on purpose. */
export interface Flaw {
  readonly rules?: Partial<Rules>;
  readonly clockRules?: ClockRules;
}

export interface Subject {
  readonly protocol: ProtocolName;
  readonly clockRules: ClockRules | undefined;
  readonly unclaimed: ReadonlySet<TrialCheck>;
  createProtocol(scenario: Scenario): CreateProtocol;
}

export function subjectOf(protocol: ProtocolName, flaw: Flaw = {}): Subject {
  const { rules, clockRules } = flaw;
  return {
    protocol,
    clockRules,
    unclaimed: unclaimedBy(protocol),
    createProtocol: ({ mesh }) => (rules === undefined ? protocols[protocol](mesh) : createChorusWith({ ...soundRules, ...rules })),
  };
}
