import type { CreateProtocol, ProtocolOptions } from '../../protocol.ts';
import { createLegacy } from './legacy.ts';

/** The legacy system without eviction: everyone waits for everyone, for ever. Nothing splits; one silent agent stops all. */
export const createLegacyStrict = (options: ProtocolOptions): CreateProtocol => createLegacy({ ...options, evicts: false });
