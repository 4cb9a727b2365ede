import type { CreateProtocol } from '../../protocol.ts';
import { createMulticast } from './multicast.ts';

/** Lamport clocks without a quorum, waiting for everyone: safe, and one silent agent stops all. */
export const createLamportAll = (): CreateProtocol => createMulticast({ forgetsAfterS: Infinity });
