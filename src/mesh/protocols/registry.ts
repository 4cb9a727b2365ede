/** Every protocol by the name that a scenario uses. To add one: one file, one line here, one in the scenario's list of choices. */
import type { CreateProtocol, ProtocolOptions } from '../protocol.ts';
import { createChorusFast } from './chorus-fast/chorus-fast.ts';
import { createChorus } from './chorus/chorus.ts';
import { createLamportAll } from './lamport/lamport-all.ts';
import { createLamportReachable } from './lamport/lamport-reachable.ts';
import { createLegacyStrict } from './legacy/legacy-strict.ts';
import { createLegacy } from './legacy/legacy.ts';
import { createQuorumNoBackoff } from './quorum-nobackoff.ts';
import { createQuorumNoPrepare } from './quorum-noprepare.ts';
import { createQuorumVolatile } from './quorum-volatile.ts';
import { createQuorumWallClock } from './quorum-wallclock.ts';

export const protocols = {
  chorus: (_options: ProtocolOptions) => createChorus,
  'chorus-fast': () => createChorusFast,
  legacy: (options) => createLegacy({ ...options, evicts: true }),
  'legacy-strict': createLegacyStrict,
  'lamport-all': createLamportAll,
  'lamport-reachable': createLamportReachable,
  'quorum-wallclock': createQuorumWallClock,
  'quorum-noprepare': createQuorumNoPrepare,
  'quorum-volatile': createQuorumVolatile,
  'quorum-nobackoff': createQuorumNoBackoff,
} as const satisfies Record<string, (options: ProtocolOptions) => CreateProtocol>;
