import type { CreateProtocol } from '../../protocol.ts';
import { createMulticast } from './multicast.ts';

/** Silent for this long: an agent counts as out of reach. */
const silenceS = 1.5;

/** Lamport clocks without a quorum, waiting for whoever is in reach: never stops, and splits at the first cut. */
export const createLamportReachable = (): CreateProtocol => createMulticast({ forgetsAfterS: silenceS });
