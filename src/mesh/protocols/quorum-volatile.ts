import type { CreateProtocol } from '../protocol.ts';
import { createChorusWith } from './chorus/chorus.ts';
import { soundRules } from './chorus/rules.ts';

/**
 * The Chorus whose acceptors do not persist what they promised and accepted. An acceptor that restarts may vote again in a
 * slot that its first vote had helped to decide: the log splits after restarts.
 */
export const createQuorumVolatile = (): CreateProtocol =>
  createChorusWith({ ...soundRules, persistsPromise: false, persistsAccepted: false });
