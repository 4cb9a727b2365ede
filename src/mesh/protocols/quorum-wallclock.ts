import type { CreateProtocol } from '../protocol.ts';
import { createChorusWith } from './chorus/chorus.ts';
import { soundRules } from './chorus/rules.ts';

/**
 * The Chorus with wall clocks in the place of Lamport's, in ballots and in the order of a batch. Agents still agree; but a
 * token may stand before one that lies in its past, and who has a slow clock is outbid until its clock catches up.
 */
export const createQuorumWallClock = (): CreateProtocol => createChorusWith({ ...soundRules, usesLamport: false });
