/** The laboratory of Inverse-RoPE as a module worker. */
import * as Comlink from 'comlink';
import { createRopeLaboratory } from '../lab/rope/laboratory.ts';

Comlink.expose(createRopeLaboratory());
