import type { CreateProtocol } from '../protocol.ts';
import { createChorusWith } from './chorus/chorus.ts';
import { soundRules } from './chorus/rules.ts';

/**
 * The Chorus whose proposers take no turns, give no way and never back off: they outbid each other. Safe, but much of what
 * they do is duel.
 */
export const createQuorumNoBackoff = (): CreateProtocol => createChorusWith({ ...soundRules, backsOff: false });
