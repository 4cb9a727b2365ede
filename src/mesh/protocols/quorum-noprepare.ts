import type { CreateProtocol } from '../protocol.ts';
import { createChorusWith } from './chorus/chorus.ts';
import { soundRules } from './chorus/rules.ts';

/**
 * The Chorus without phase 1: a proposer asks a quorum to accept its value without asking what it has accepted before. Two
 * proposers in one slot get different values past overlapping quorums one after the other: the log splits.
 */
export const createQuorumNoPrepare = (): CreateProtocol => createChorusWith({ ...soundRules, prepares: false });
