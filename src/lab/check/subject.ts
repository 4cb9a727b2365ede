/** What is put to the test: a protocol of the laboratory as it is, or with a bug planted in it. */
import type { ClockRules } from '../../mesh/clock.ts';
import type { CreateProtocol } from '../../mesh/protocol.ts';
import { createChorusFastWith } from '../../mesh/protocols/chorus-fast/chorus-fast.ts';
import { soundFastRules, type FastRules } from '../../mesh/protocols/chorus-fast/rules.ts';
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
  readonly fastRules?: Partial<FastRules>;
  readonly clockRules?: ClockRules;
}

export interface Subject {
  readonly protocol: ProtocolName;
  readonly clockRules: ClockRules | undefined;
  readonly unclaimed: ReadonlySet<TrialCheck>;
  createProtocol(scenario: Scenario): CreateProtocol;
}

export function subjectOf(protocol: ProtocolName, { rules, fastRules, clockRules }: Flaw = {}): Subject {
  return {
    protocol,
    clockRules,
    unclaimed: unclaimedBy(protocol),
    createProtocol({ mesh }) {
      if (rules !== undefined) return createChorusWith({ ...soundRules, ...rules });
      if (fastRules !== undefined) return createChorusFastWith({ ...soundFastRules, ...fastRules });
      return protocols[protocol](mesh);
    },
  };
}
